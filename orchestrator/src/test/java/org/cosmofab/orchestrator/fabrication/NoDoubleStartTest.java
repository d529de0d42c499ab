package org.cosmofab.orchestrator.fabrication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Invariant I1: a machine starts an attempt at most once, and an operation has no two attempts at a time, whatever happens. */
class NoDoubleStartTest {
    private static final int SEEDS = Integer.getInteger("cosmofab.simulation.seeds", 100);
    private static final long FIRST = Long.getLong("cosmofab.simulation.seed", 1);

    @Test
    void nothingStartsTwiceAndAllIsBookedOnceOnTheNetworkThatTheWirePromises() {
        simulate(false);
    }

    @Test
    void nothingStartsTwiceEvenWhenEventsOvertakeEachOther() {
        simulate(true);
    }

    private static void simulate(boolean wild) {
        int starts = 0;
        int kills = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            MakingSimulation simulation = new MakingSimulation(seed, wild);
            try {
                simulation.run();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "seed " + seed + ", wild " + wild + "; again with -Dtest=NoDoubleStartTest"
                                + " -Dcosmofab.simulation.seeds=1 -Dcosmofab.simulation.seed=" + seed,
                        failure);
            }
            starts += simulation.starts;
            kills += simulation.kills;
        }
        // A simulation in which nothing happens would pass, too.
        assertThat(starts).isGreaterThan(8 * SEEDS);
        assertThat(kills).isGreaterThan(SEEDS);
    }
}
