package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class SafetyGatePropertyTest {
    private static final Bounds ENVELOPE = new Bounds(new Point(-50, -50, -10), new Point(50, 50, 10));
    private static final GateProfile LASER = GateProfile.ofLaser(ENVELOPE, 6000, 1000, true);
    private static final GateProfile PRINTER =
            GateProfile.ofPrinter(ENVELOPE, new Analysis.Temperatures(250, 90), new GateProfile.Speeds(6000, 1000));
    private static final double ROUNDING = 0.0011;

    @Property(tries = 3000)
    void whatPassesNeverLeavesTheEnvelope(@ForAll("cuts") List<String> lines) {
        SafeProgram program = Programs.safe(String.join("\n", lines), Dialect.GRBL);
        boolean passes = SafetyGate.check(program, LASER).isEmpty();

        Statistics.collect(passes);
        Statistics.coverage(seen -> {
            seen.check(true).percentage(share -> share > 10);
            seen.check(false).percentage(share -> share > 10);
        });
        if (passes) {
            walk(program);
        }
    }

    @Property
    void anyProgramIsJudgedAndMeasuredWithoutFailing(@ForAll("wild") List<String> lines, @ForAll Dialect dialect) {
        Sanitiser.sanitise(String.join("\n", lines), dialect)
                .fold(
                        safe -> {
                            GateProfile profile = dialect == Dialect.MARLIN ? PRINTER : LASER;
                            Analysis analysis = Analyser.analyse(safe.program(), KinematicLimits.ofPrinter(1000));
                            assertThat(SafetyGate.check(safe.program(), profile))
                                    .doesNotContainNull();
                            assertThat(analysis.duration().isNegative()).isFalse();
                            assertThat(analysis.distances().work()).isFinite();
                            return true;
                        },
                        refused -> refused.line() > 0);
    }

    /** Follows the tool in small steps, by no other means than the positions along its way. */
    private static void walk(SafeProgram program) {
        ModalMachine machine = new ModalMachine(Dialect.GRBL, new Effects() {
            @Override
            public void moved(Move move) {
                for (int i = 1; i <= 100; i++) {
                    Point point = move.path().at(i / 100.0);
                    assertThat(point.x())
                            .isBetween(
                                    ENVELOPE.min().x() - ROUNDING,
                                    ENVELOPE.max().x() + ROUNDING);
                    assertThat(point.y())
                            .isBetween(
                                    ENVELOPE.min().y() - ROUNDING,
                                    ENVELOPE.max().y() + ROUNDING);
                    assertThat(point.z())
                            .isBetween(
                                    ENVELOPE.min().z() - ROUNDING,
                                    ENVELOPE.max().z() + ROUNDING);
                }
            }
        });
        program.lines().forEach(line -> machine.apply(Words.of(line.text())));
    }

    @Provide
    Arbitrary<List<String>> cuts() {
        Arbitrary<Integer> place = Arbitraries.integers().between(-52, 52);
        Arbitrary<Integer> step = Arbitraries.integers().between(-20, 20);
        Arbitrary<String> line = Combinators.combine(Arbitraries.of("G0", "G1"), place, place)
                .as((command, x, y) -> "G90 " + command + " X" + x + " Y" + y);
        Arbitrary<String> relative = Combinators.combine(step, step).as((x, z) -> "G91 G1 X" + x + " Z" + z / 4);
        Arbitrary<String> byRadius = Combinators.combine(
                        Arbitraries.of("G2", "G3"), step, step, Arbitraries.of(30, -30))
                .as((command, x, y, r) -> "G91 " + command + " X" + x + " Y" + (y == 0 && x == 0 ? 1 : y) + " R" + r);
        Arbitrary<String> fullTurn = Combinators.combine(Arbitraries.of("G2", "G3"), step)
                .as((command, i) -> command + " I" + (i == 0 ? 5 : i));
        return Arbitraries.oneOf(line, relative, byRadius, fullTurn)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(lines -> {
                    lines.add(0, "G21 G90 G0 X0 Y0 Z0 F600");
                    return lines;
                });
    }

    @Provide
    Arbitrary<List<String>> wild() {
        Arbitrary<String> command = Arbitraries.of(
                "G0",
                "G1",
                "G2",
                "G3",
                "G4",
                "G20",
                "G28",
                "G90",
                "G91",
                "G92",
                "M3",
                "M4",
                "M5",
                "M83",
                "M104",
                "M109",
                "M204",
                "M220",
                "M2",
                "X1",
                "T0",
                "G999999999");
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.doubles().between(-100, 100).ofScale(3),
                Arbitraries.of(0.0, 1e-9, 99_999_999.0, -99_999_999.0));
        Arbitrary<String> word = Combinators.combine(
                        Arbitraries.of("X", "Y", "Z", "E", "F", "I", "J", "R", "S", "P"), number)
                .as((letter, value) -> letter + String.format(Locale.ROOT, "%.4f", value));
        Arbitrary<String> line = Combinators.combine(
                        command, word.list().ofMaxSize(4).uniqueElements(w -> w.charAt(0)))
                .as((first, words) -> first + " " + String.join(" ", words));
        return line.list().ofMinSize(1).ofMaxSize(12);
    }
}
