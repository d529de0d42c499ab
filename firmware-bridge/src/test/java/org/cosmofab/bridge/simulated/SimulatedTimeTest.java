package org.cosmofab.bridge.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cosmofab.bridge.gcode.Analyser;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.machine.RunFacts;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.testing.Bench;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A simulated run takes the time that the motion takes, whatever the speed of the clock and the host. */
@Timeout(60)
class SimulatedTimeTest {

    @Test
    void aFastPrintBillsMotionAndHeatAndNotTheHost() {
        SafeProgram program = SamplePrograms.print(1500);
        Duration motion =
                Analyser.analyse(program, KinematicLimits.ofPrinter(1250)).duration();

        Duration slow = print(program, 300);
        Duration fast = print(program, 3000);

        assertThat(slow.minus(fast).abs()).isLessThanOrEqualTo(Duration.ofSeconds(2));
        // The nozzle takes 100 s, the bed is warm by then and settles in 10 s, and homing takes 12 s.
        assertThat(slow.minus(motion)).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(124));
    }

    @Test
    void aCutTakesAboutItsTimeOnTheWorkshopsClock() {
        SafeProgram program = SamplePrograms.cut(400, 600);
        Duration motion =
                Analyser.analyse(program, GrblProfile.laserCutter().limits()).duration();
        ScaledClock clock = ScaledClock.startingNow(200);
        SimulatedGrbl firmware = new SimulatedGrbl(clock, GrblProfile.laserCutter());
        try (Bench bench = Bench.memory(firmware);
                GrblDriver driver = GrblDriver.over(bench.opener(), clock)) {
            driver.connect();

            RunFacts facts = driver.run(program, (done, total, status) -> {}).facts();

            assertThat(facts.machineTime().minus(motion)).isBetween(Duration.ofSeconds(-2), Duration.ofSeconds(30));
            assertThat(firmware.truth().busyTime().minus(motion).abs()).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void startsFromNowAfterARealPause() {
        ScaledClock clock = ScaledClock.startingNow(1000);
        SimulatedGrbl firmware = new SimulatedGrbl(clock, GrblProfile.laserCutter());
        try (Bench bench = Bench.memory(firmware);
                GrblDriver driver = GrblDriver.over(bench.opener(), clock)) {
            driver.connect();
            driver.run(SamplePrograms.cut(3), (done, total, status) -> {});
            Instant later = clock.instant().plusSeconds(300);
            org.cosmofab.bridge.testing.Eventually.holds(
                    "a pause", () -> clock.instant().isAfter(later));

            SafeProgram dwell = SamplePrograms.safe("G4 P200\n", Dialect.GRBL);
            RunOutcome outcome = driver.run(dwell, (done, total, status) -> {});

            assertThat(outcome.facts().machineTime()).isGreaterThan(Duration.ofSeconds(195));
        }
    }

    private static Duration print(SafeProgram program, double speed) {
        ScaledClock clock = ScaledClock.startingNow(speed);
        SimulatedMarlin firmware = new SimulatedMarlin(clock);
        try (Bench bench = Bench.memory(firmware);
                MarlinDriver driver = MarlinDriver.over(bench.opener(), clock)) {
            driver.connect();
            return driver.run(program, (done, total, status) -> {}).facts().machineTime();
        }
    }
}
