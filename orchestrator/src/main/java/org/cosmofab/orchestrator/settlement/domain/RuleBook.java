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

    /**
     * The tariff of a version.
     *
     * @throws IllegalStateException if there is none
     */
    Tariff tariff(String version);

    /**
     * The policy of a version.
     *
     * @throws IllegalStateException if there is none
     */
    Policy policy(String version);

    /** Adds a tariff with a new version. */
    void publish(Tariff tariff);

    /** Adds a policy with a new version. */
    void publish(Policy policy);
}
