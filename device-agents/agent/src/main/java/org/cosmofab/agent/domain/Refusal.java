package org.cosmofab.agent.domain;

import java.util.Locale;

/** Why an assignment is refused, in order of precedence: the first that applies is told. */
public enum Refusal {
    ATTEMPT_KNOWN,
    EXPIRED,
    FENCED_OFF,
    MACHINE_UNKNOWN,
    MACHINE_BUSY,
    MACHINE_NOT_CLEARED,
    MACHINE_UNREACHABLE,
    PROGRAM_UNAVAILABLE,
    PROGRAM_HASH_MISMATCH,
    PROGRAM_UNSAFE;

    /** The code on the wire, such as {@code fenced-off}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
