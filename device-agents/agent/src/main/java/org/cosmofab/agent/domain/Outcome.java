package org.cosmofab.agent.domain;

import java.util.Locale;

/** How an accepted attempt ended. */
public enum Outcome {
    COMPLETED,
    FAILED,
    CANCELLED,
    /** The agent died in the middle. */
    INTERRUPTED,
    /** Contact with the machine was lost; only a person can say how it ended. */
    LOST;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
