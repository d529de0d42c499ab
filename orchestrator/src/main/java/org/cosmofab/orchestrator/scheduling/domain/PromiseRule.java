package org.cosmofab.orchestrator.scheduling.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The first rule of promises: the planned end, and slack of 15 % of the time until then and ten minutes. The share covers
 * estimates that are too short, the ten minutes cover people. It is a guess to begin with; measured times will replace it.
 */
public final class PromiseRule {
    static final int SHARE_PER_CENT = 15;
    static final Duration PEOPLE = Duration.ofMinutes(10);

    private PromiseRule() {}

    public static Instant promise(Instant now, Instant plannedEnd) {
        Duration ahead = Duration.between(now, plannedEnd);
        return plannedEnd
                .plus(ahead.multipliedBy(SHARE_PER_CENT).dividedBy(100))
                .plus(PEOPLE);
    }
}
