package org.cosmofab.bridge.marlin;

import java.util.List;

/** What became of one command. */
sealed interface MarlinAnswer {

    /**
     * It was accepted.
     *
     * @param said what the firmware said meanwhile, without {@code ok}
     */
    record Accepted(List<String> said) implements MarlinAnswer {}

    /** It was not done; the firmware is alive and takes other commands. */
    record Refused(String why) implements MarlinAnswer {}

    /** The firmware has halted or restarted: nothing that was known of it holds any more. */
    record Broken(String why) implements MarlinAnswer {
        static Broken byRestart() {
            return new Broken("the machine restarted: position, heat and line numbers are gone");
        }
    }

    /** Nothing usable comes any more; nobody knows whether it was done. */
    record Lost(String why) implements MarlinAnswer {}

    /**
     * The owner wants an end.
     *
     * @param inFlight commands that are sent and not acknowledged
     */
    record Interrupted(int inFlight) implements MarlinAnswer {}
}
