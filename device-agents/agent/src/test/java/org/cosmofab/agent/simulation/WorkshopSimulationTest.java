package org.cosmofab.agent.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.cosmofab.agent.simulation.WorkshopSimulation.Report;
import org.junit.jupiter.api.Test;

class WorkshopSimulationTest {

    @Test
    void aWeekOfFaultsStartsNothingTwiceTellsNothingFalseAndLosesNothing() {
        LongStream.rangeClosed(1, 3).forEach(seed -> {
            Report report = WorkshopSimulation.run(seed);

            assertThat(report.holds())
                    .as(report + "; again with " + report.command())
                    .isTrue();
            assertThat(report.crashes()).as("%s", report).isGreaterThan(50);
            assertThat(report.completed()).as("%s", report).isGreaterThan(200);
        });
    }

    @Test
    void aSeedDoesTheSameAgain() {
        assertThat(WorkshopSimulation.run(7)).isEqualTo(WorkshopSimulation.run(7));
    }
}
