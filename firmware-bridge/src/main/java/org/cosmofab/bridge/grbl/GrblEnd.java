package org.cosmofab.bridge.grbl;

/** Why streaming ended. */
sealed interface GrblEnd {

    /** All was acknowledged, and the machine is at rest. */
    record Done() implements GrblEnd {}

    /** The machine refused, stopped by itself, or can no longer be trusted to have read everything. */
    record Faulted(String why, Remedy remedy) implements GrblEnd {}

    /** Nothing is heard any more. */
    record Lost(String why) implements GrblEnd {}

    /** The owner wants an end. */
    record Interrupted() implements GrblEnd {}

    /** What brings the machine to its safe state. */
    enum Remedy {
        /** It is in it. */
        NONE,
        /** It stands still and answers nothing else. */
        RESET,
        /** It may be moving. */
        BRAKE
    }
}
