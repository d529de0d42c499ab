package org.cosmofab.bridge.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever a file holds and however it is cut, it is judged, and as the whole file is. */
class PreflightPropertyTest {
    private static final Bounds ENVELOPE = new Bounds(new Point(-50, -50, -10), new Point(50, 50, 10));

    @Property(tries = 2000)
    void agreesWithTheChecksOfTheWholeFile(
            @ForAll("files") byte[] source, @ForAll Dialect dialect, @ForAll @IntRange(min = 1, max = 40) int piece) {
        Preflight.Report report = report(source, dialect, piece);

        boolean safe = Sanitiser.sanitise(source, dialect)
                .fold(
                        whole -> {
                            assertThat(report.analysis()).isEqualTo(Analyser.analyse(whole.program(), limits(dialect)));
                            assertThat(report.remarks())
                                    .isEqualTo(SafetyGate.check(whole.program(), machine(dialect)).stream()
                                            .map(Remark::of)
                                            .toList());
                            return true;
                        },
                        refused -> {
                            assertThat(report.remarks()).contains(Remark.of(refused));
                            return false;
                        });
        Statistics.collect(safe);
        Statistics.coverage(seen -> {
            seen.check(true).percentage(share -> share > 5);
            seen.check(false).percentage(share -> share > 5);
        });
    }

    @Property
    void judgesAnyBytesWithoutFailing(@ForAll @Size(max = 400) byte[] source, @ForAll Dialect dialect) {
        Preflight.Report report = report(source, dialect, 7);

        assertThat(report.remarks()).isNotNull().allSatisfy(remark -> {
            assertThat(remark.line()).isPositive();
            assertThat(remark.remedy(Locale.FRENCH)).isNotBlank();
            assertThat(remark.detail().chars()).allMatch(c -> c >= ' ' && c < 0x7F);
        });
        assertThat(report.analysis().duration().isNegative()).isFalse();
        assertThat(Preflight.guess(source, source.length)).isNotNull();
    }

    private static Preflight.Report report(byte[] source, Dialect dialect, int piece) {
        Preflight preflight = new Preflight(dialect, limits(dialect), machine(dialect));
        for (int from = 0; from < source.length; from += piece) {
            byte[] bytes = Arrays.copyOfRange(source, from, Math.min(source.length, from + piece));
            preflight.read(bytes, bytes.length);
        }
        return preflight.finish();
    }

    private static KinematicLimits limits(Dialect dialect) {
        return dialect == Dialect.MARLIN ? KinematicLimits.ofPrinter(1000) : KinematicLimits.ofGrblUnset();
    }

    private static GateProfile machine(Dialect dialect) {
        return dialect == Dialect.MARLIN
                ? GateProfile.ofPrinter(
                        ENVELOPE, new Analysis.Temperatures(250, 90), new GateProfile.Speeds(6000, 1000))
                : GateProfile.ofMill(ENVELOPE, 6000, 1000);
    }

    /** Lines that mean something, and now and then bytes that do not, with any line ends. */
    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<String> word = Combinators.combine(
                        Arbitraries.of("X", "Y", "Z", "E", "F", "I", "J", "R", "S", "P"),
                        Arbitraries.doubles().between(-60, 60).ofScale(3))
                .as((letter, number) -> letter + String.format(Locale.ROOT, "%.3f", number));
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.of(
                                "G0", "G1", "G2", "G3", "G4", "G20", "G21", "G28", "G90", "G91", "G92", "M3", "M4",
                                "M5"),
                        word.list().ofMaxSize(3).uniqueElements(w -> w.charAt(0)),
                        Arbitraries.of("", " ; remark", " (remark)", "\r"))
                .as((command, words, tail) -> command + " " + String.join(" ", words) + tail);
        Arbitrary<String> hostile = Arbitraries.of(
                "M118 A1 action:pause", "G1 X1 ?", "G1 X#1", "$H", "%", "\u0018", "G1 X1 \u0085", "M117 ~", "", "(((");
        return Arbitraries.frequencyOf(Tuple.of(30, line), Tuple.of(1, hostile))
                .list()
                .ofMaxSize(12)
                .map(PreflightPropertyTest::joined);
    }

    private static byte[] joined(List<String> lines) {
        return String.join("\n", lines).getBytes(ISO_8859_1);
    }
}
