package org.cosmofab.bridge.machine;

import java.util.function.Function;

/** How a run ended. Line numbers are those of the source file, counted from 1; 0 means before the first line. */
public sealed interface RunOutcome {

    RunFacts facts();

    /** Every line was acknowledged, the machine came to rest and said so. */
    record Completed(RunFacts facts) implements RunOutcome {}

    /** The firmware refused a line, reported a fault or restarted; the machine is in its safe state. */
    record Failed(int line, String reason, RunFacts facts) implements RunOutcome {}

    /**
     * A person or the owner ended it through {@link MachineDriver#cancel()} or {@link MachineDriver#stop()}, and the machine
     * was seen to obey.
     */
    record Cancelled(int line, RunFacts facts) implements RunOutcome {}

    /** Contact was lost: the machine may still be moving. Only a person can say how this ended. */
    record Lost(int lastAcknowledgedLine, String reason, RunFacts facts) implements RunOutcome {}

    /** Answers every case; a new case changes this signature and so every caller. */
    default <T> T fold(
            Function<Completed, T> completed,
            Function<Failed, T> failed,
            Function<Cancelled, T> cancelled,
            Function<Lost, T> lost) {
        if (this instanceof Completed c) {
            return completed.apply(c);
        }
        if (this instanceof Failed f) {
            return failed.apply(f);
        }
        if (this instanceof Cancelled c) {
            return cancelled.apply(c);
        }
        return lost.apply((Lost) this);
    }
}
