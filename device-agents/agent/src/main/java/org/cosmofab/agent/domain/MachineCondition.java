package org.cosmofab.agent.domain;

import java.util.Locale;

/** What a machine does, in the words of the wire. */
public enum MachineCondition {
    UNKNOWN,
    IDLE,
    RUNNING,
    HOLDING,
    WAITING_FOR_PERSON,
    ALARM,
    UNREACHABLE;

    /** The word on the wire, such as {@code waiting-for-person}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
