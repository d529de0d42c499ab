package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;

/** Tariffs and policies by the day from which they hold; one is added, none is changed. */
public interface RuleBook {

    /**
     * The tariff in force.
     *
     * @throws IllegalStateException if none is that old
     */
    Tariff tariff(Instant at);

    /**
     * The policy in force.
     *
     * @throws IllegalStateException if none is that old
     */
    Policy policy(Instant at);

    /** Adds a tariff with a new version. */
    void publish(Tariff tariff);

    /** Adds a policy with a new version. */
    void publish(Policy policy);
}
