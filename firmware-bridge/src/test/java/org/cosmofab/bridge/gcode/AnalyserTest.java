package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyserTest {
    private static final KinematicLimits LIMITS =
            KinematicLimits.ofGrbl(new AxisLimits(100, 100, 10, 100), new AxisLimits(1000, 1000, 100, 1000));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G0 X10 / G1 F60 / G3 X0 Y10 I-10    |   0 10   0 10
                    G0 X10 / G1 F60 / G2 X0 Y10 I-10    | -10 10 -10 10
                    G0 X10 / G1 F60 / G3 I-10           | -10 10 -10 10
                    G0 X10 / G1 F60 / G2 I-10           | -10 10 -10 10
                    G0 X10 / G1 F60 / G3 X-10 Y0 R10    | -10 10   0 10
                    G0 X10 / G1 F60 / G2 X-10 Y0 R10    | -10 10 -10  0
                    G0 X0 Y10 / G1 F60 / G3 Y-10 R10    | -10  0 -10 10
                    G0 X0 Y10 / G1 F60 / G2 Y-10 R10    |   0 10 -10 10
                    G20 G0 X1 / G1 F9 / G3 I-1          | -25.4 25.4 -25.4 25.4
                    G0 X5 Y5 / G91 G1 X-7 F60 / G90     |  -2  5   5  5
                    """)
    void findsTheTrueExtremesOfArcs(String lines, String extremes) {
        Bounds bounds = analyse(lines, Dialect.GRBL).extents().all().orElseThrow();

        String[] expected = extremes.strip().split(" +");
        assertThat(bounds.min().x()).isCloseTo(Double.parseDouble(expected[0]), within(1e-9));
        assertThat(bounds.max().x()).isCloseTo(Double.parseDouble(expected[1]), within(1e-9));
        assertThat(bounds.min().y()).isCloseTo(Double.parseDouble(expected[2]), within(1e-9));
        assertThat(bounds.max().y()).isCloseTo(Double.parseDouble(expected[3]), within(1e-9));
    }

    @Test
    void tellsTheBeamsWorkFromTravel() {
        Analysis analysis =
                analyse("G0 X10 / M4 S500 / G1 X30 F600 / G0 X50 / G1 Y10 / S0 / X0 / M5 / X50", Dialect.GRBL);

        assertThat(analysis.distances().beamOn()).isEqualTo(30);
        assertThat(analysis.distances().work()).isEqualTo(30);
        assertThat(analysis.distances().travel()).isEqualTo(130);
        assertThat(analysis.extents().working()).contains(new Bounds(new Point(10, 0, 0), new Point(50, 10, 0)));
    }

    @Test
    void tellsPrintingFromTravelAndCountsFilamentOnce() {
        Analysis analysis = analyse(
                "G28 / M83 / G1 X10 / G1 X20 E1 / G1 E-2 / G1 X50 / G1 E2 / G1 Y10 E.5 / G1 E-2", Dialect.MARLIN);

        assertThat(analysis.distances().filament()).isEqualTo(1.5);
        assertThat(analysis.distances().filamentVolume(2)).isCloseTo(1.5 * Math.PI, within(1e-9));
        assertThat(analysis.distances().work()).isEqualTo(20);
        assertThat(analysis.distances().travel()).isEqualTo(40);
        assertThat(analysis.distances().beamOn()).isZero();
        assertThat(analysis.extents().working()).contains(new Bounds(new Point(10, 0, 0), new Point(50, 10, 0)));
    }

    @Test
    void keepsTheHighestTemperatures() {
        assertThat(analyse("M104 S200 / M109 S230 / M190 R70 / M140 S0 / M104 S0", Dialect.MARLIN)
                        .temperaturesMax())
                .isEqualTo(new Analysis.Temperatures(230, 70));
    }

    @Test
    void countsLinesThatAreSentAndDwells() {
        Analysis analysis = analyse("; title / G21 / G4 P1.5", Dialect.GRBL);

        assertThat(analysis.size().lines()).isEqualTo(2);
        assertThat(analysis.duration()).isEqualTo(Duration.ofMillis(1500));
        assertThat(analysis.extents().all()).isEmpty();
    }

    @Test
    void estimatesAProgramAsThePlannerDoesMoveByMove() {
        StringBuilder program = new StringBuilder("G1 F6000");
        for (int i = 1; i < 2000; i++) {
            program.append("\nX").append(i * 7 % 31).append(" Y").append(i * 11 % 17);
        }
        SafeProgram safe = Programs.safe(program.toString(), Dialect.GRBL);
        String[] lines = safe.lines().stream().map(SafeProgram.Line::text).toArray(String[]::new);

        double byMove = MotionPlannerTest.seconds(LIMITS, lines);

        assertThat(Analyser.analyse(safe, LIMITS).duration().toMillis() / 1000.0)
                .isCloseTo(byMove, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G1 X1 E1               | MARLIN
                    M104 S200              | MARLIN
                    M3 S100 / G1 X1        | GRBL
                    G54 / G1 X1            | GRBL
                    G90 G21 / G1 X1        | GRBL
                    G21 / G1 X1            |
                    M104 S200 / M3 S100    |
                    """)
    void guessesTheDialect(String lines, Dialect dialect) {
        assertThat(analyse(lines, Dialect.GRBL).looksLike()).isEqualTo(Optional.ofNullable(dialect));
    }

    private static Analysis analyse(String lines, Dialect dialect) {
        return Analyser.analyse(Programs.safe(lines.replace(" / ", "\n"), dialect), LIMITS);
    }
}
