package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the time estimate against Grbl 1.1h as it comes, and against reckoning by hand. */
class GrblTimeTest {
    private static final KinematicLimits UNSET = KinematicLimits.ofGrblUnset();

    /**
     * The real firmware, run cycle by cycle, moved for 220.974 s: 102,604 steps of X, 281,332 of Y and 2,200 of Z, which
     * are those of the first 402 lines of the file.
     */
    @Test
    void agreesWithTheRealFirmwareOnAFileFullOfArcs() throws IOException {
        Path file = Path.of(System.getProperty("cosmofab.root", ".."))
                .resolve("../shared/data/gcode/small_electric_turtle.nc");
        assumeTrue(Files.isReadable(file), "the measured file is not beside this repository: " + file);
        List<String> lines = Files.readAllLines(file).subList(0, 402);

        assertThat(seconds(String.join("\n", lines))).isCloseTo(220.974, Percentage.withPercentage(0.1));
    }

    /**
     * At 10 mm/s2, 5 mm/s are reached after 0.5 s and 1.25 mm.
     *
     * <ul>
     *   <li>10 mm at 5 mm/s: 7.5 mm without speeding, 1.5 s, and 2 times 0.5 s: 2.5 s
     *   <li>back at once, from rest: the same
     *   <li>a wait of 1.5 s
     *   <li>10 mm in Z as a rapid at 500 mm/min, 8 1/3 mm/s: 0.8333 s and 3.4722 mm each way, 3.0556 mm between: 2.0333 s, and a wait of 0 s
     *   <li>0.4 mm and back at 5 mm/s: too short to reach it, 2 times 2 times the root of 0.2 / 5: 0.8 s
     * </ul>
     */
    @Test
    void agreesWithReckoningByHand() {
        assertThat(seconds("G21 G90\nG1 X10 F300\nX0\nG4 P1.5\nG0 Z10\nG4 P0\nG1 X0.4\nX0"))
                .isCloseTo(2.5 + 2.5 + 2 * 0.83333333 + 3.05555556 / 8.33333333 + 1.5 + 0.8, within(1e-6));
    }

    /**
     * Ten turns of 36 degrees: the two ends of each chord lie on a grid of 1 mm, and so at other angles than the arc's.
     */
    @Test
    void roundsChordsToStepsBeforeItLooksAtCorners() {
        KinematicLimits coarse = withSteps(new AxisLimits(1, 1, 1, 1));
        KinematicLimits fine = withSteps(new AxisLimits(10_000, 10_000, 10_000, 1));
        String circle = "G0 X20\nG3 I-20 F3000";

        assertThat(seconds(circle, coarse)).isGreaterThan(1.2 * seconds(circle, fine));
        assertThat(seconds(circle, fine)).isCloseTo(seconds(circle, withSteps(null)), Percentage.withPercentage(0.1));
    }

    /** Moves of less than half a step go nowhere, and what is left of them is made up for by later ones. */
    @Test
    void leavesMovesOutThatAreLessThanAStep() {
        KinematicLimits coarse = withSteps(new AxisLimits(1, 1, 1, 1));

        assertThat(seconds("G1 X0.2 F300\nX0.4", coarse)).isZero();
        assertThat(seconds("G1 X0.4 F300\nX1", coarse)).isEqualTo(seconds("G1 X1 F300", coarse));
    }

    private static KinematicLimits withSteps(@Nullable AxisLimits steps) {
        return new KinematicLimits(
                new AxisLimits(50, 50, 50, 1),
                new AxisLimits(100, 100, 100, 1),
                Accelerations.ofAxesOnly(),
                new Junction.Deviation(0.01),
                15,
                new Resolution(0.01, steps));
    }

    private static double seconds(String lines) {
        return seconds(lines, UNSET);
    }

    private static double seconds(String lines, KinematicLimits limits) {
        return Analyser.analyse(Programs.safe(lines, Dialect.GRBL), limits)
                        .duration()
                        .toNanos()
                / 1e9;
    }
}
