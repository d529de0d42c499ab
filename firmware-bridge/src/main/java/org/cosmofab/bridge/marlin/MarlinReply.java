package org.cosmofab.bridge.marlin;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line from a Marlin firmware, by what it means for streaming. */
sealed interface MarlinReply {

    /** The line as it came. */
    String text();

    /**
     * A command was accepted.
     *
     * @param withTemperatures whether it is an answer to M105, which no other command gives
     */
    record Ok(String text, boolean withTemperatures) implements MarlinReply {}

    /** The firmware wants the stream again from this line number. */
    record Resend(String text, int number) implements MarlinReply {}

    /** The firmware is alive and at work on the command in flight, or waits for a person. */
    record Busy(String text, boolean forPerson) implements MarlinReply {}

    /** The firmware's queue is empty. */
    record Waiting(String text) implements MarlinReply {}

    /** The board has restarted. */
    record Started(String text) implements MarlinReply {}

    /** The firmware has halted, or refuses every move until a person has looked. */
    record Halted(String text) implements MarlinReply {}

    /** A line arrived damaged or out of order; a resend follows. */
    record Noise(String text) implements MarlinReply {}

    /** The firmware does not know the command in flight. An {@code ok} follows nevertheless. */
    record UnknownCommand(String text) implements MarlinReply {}

    /** A request to the host, which any G-code can print, too. */
    record HostAction(String text, String verb) implements MarlinReply {}

    /** Anything else: data, messages, temperatures. */
    record Other(String text) implements MarlinReply {}

    /** Reads one line; anything is readable. */
    static MarlinReply parse(String line) {
        return Parser.parse(line);
    }

    /** The reading itself, most frequent first. */
    final class Parser {
        private static final Pattern RESEND = Pattern.compile("(?:Resend|rs):?\\s*N?:?(\\d{1,9})\\s*");
        private static final Pattern BUSY = Pattern.compile("(?:echo:)?\\s*busy:\\s*(.*)");
        private static final Pattern UNKNOWN = Pattern.compile("echo:\\s*Unknown command:.*");
        private static final Pattern ACTION = Pattern.compile("//\\s*action:\\s*(\\S+).*");
        private static final Pattern TEMPERATURES = Pattern.compile("ok\\s+T\\d?:.*");

        /** Source: Marlin 2.1.2, core/language.h; the texts before which the firmware stops for good. */
        private static final List<String> FATAL = List.of(
                "thermal runaway",
                "heating failed",
                "maxtemp triggered",
                "mintemp triggered",
                "kill caused by",
                "printer halted",
                "kill() called",
                "printer stopped due to errors",
                "probing failed");

        private static final List<String> NOISE =
                List.of("checksum mismatch", "no checksum with line number", "line number is not last line number+1");

        private Parser() {}

        static MarlinReply parse(String line) {
            if (line.equals("ok") || line.startsWith("ok ")) {
                return new Ok(line, TEMPERATURES.matcher(line).matches());
            }
            if (line.equals("wait")) {
                return new Waiting(line);
            }
            if (line.equals("start")) {
                return new Started(line);
            }
            if (line.startsWith("Error:") || line.startsWith("!!")) {
                return error(line);
            }
            return patterns(line);
        }

        private static MarlinReply error(String line) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (NOISE.stream().anyMatch(lower::contains)) {
                return new Noise(line);
            }
            return FATAL.stream().anyMatch(lower::contains) ? new Halted(line) : new Other(line);
        }

        private static MarlinReply patterns(String line) {
            Matcher resend = RESEND.matcher(line);
            if (resend.matches()) {
                return new Resend(line, Integer.parseInt(resend.group(1)));
            }
            Matcher busy = BUSY.matcher(line);
            if (busy.matches()) {
                return new Busy(line, busy.group(1).startsWith("paused"));
            }
            if (UNKNOWN.matcher(line).matches()) {
                return new UnknownCommand(line);
            }
            Matcher action = ACTION.matcher(line);
            return action.matches() ? new HostAction(line, action.group(1)) : new Other(line);
        }
    }
}
