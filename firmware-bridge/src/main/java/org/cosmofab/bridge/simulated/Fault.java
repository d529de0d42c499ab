package org.cosmofab.bridge.simulated;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param latency for an answer that is late, else zero
 */
record Fault(Kind kind, Duration latency) {

    Fault(Kind kind) {
        this(kind, Duration.ZERO);
    }

    /** Whether it damages the line on its way, in a firmware that checks no sums. */
    boolean isDamage() {
        return switch (kind) {
            case CORRUPT_LINE, CORRUPT_NUMBER, LOSE_NUMBER, RESEND_WITHOUT_OK, RESEND_TWICE -> true;
            default -> false;
        };
    }

    /** What can go wrong. */
    enum Kind {
        LOSE_OK,
        DOUBLE_OK,
        ANSWER_LATE,
        CORRUPT_LINE,
        CORRUPT_NUMBER,
        LOSE_NUMBER,
        LOSE_LINE,
        RESEND_WITHOUT_OK,
        RESEND_TWICE,
        SILENCE,
        RESTART,
        BUSY_FOREVER,
        WAIT_FOR_PERSON,
        UNPLUG,
        THERMAL_RUNAWAY,
        CRITICAL_ALARM
    }
}
