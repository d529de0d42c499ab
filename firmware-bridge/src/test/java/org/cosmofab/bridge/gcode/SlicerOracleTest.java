package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the analysis against what PrusaSlicer 2.5 itself wrote into a program about it. The part is a frustum, 18 mm wide
 * and 6 mm high, sliced with unlike accelerations for perimeters, infill, bridges and travel.
 */
class SlicerOracleTest {
    @TempDir
    private Path folder = Path.of("");

    private static final Path SLICER = Path.of("/usr/bin/prusa-slicer");

    private static String source = "";
    private static Analysis analysis =
            Analyser.analyse(Programs.safe("G1 X1", Dialect.MARLIN), KinematicLimits.ofPrinter(1));

    @BeforeAll
    static void analyse() throws IOException {
        try (InputStream file = SlicerOracleTest.class.getResourceAsStream("frustum.gcode")) {
            source = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        analysis = Analyser.analyse(Programs.safe(source, Dialect.MARLIN), limits(source));
    }

    @Test
    void estimatesTheTimeWithinOnePerCentOfTheSlicers() {
        Matcher told = told(source, "estimated printing time \\(normal mode\\) = (\\d+)m (\\d+)s");
        double seconds = Integer.parseInt(told.group(1)) * 60 + Integer.parseInt(told.group(2));

        assertThat(analysis.duration().toMillis() / 1000.0).isCloseTo(seconds, Percentage.withPercentage(1));
    }

    /** The library's own parts, sliced here and now with the slicer's own settings for Marlin. */
    @ParameterizedTest
    @CsvSource({
        "cable-rail/export/clips.stl, 0.2",
        "parts-tray/export/corners.stl, 0.3",
        "spool-gauge/export/bridge.stl, 0.1"
    })
    void estimatesPartsSlicedNowAsTheSlicerDoes(String part, double layer) throws Exception {
        Path model = Path.of(System.getProperty("cosmofab.root", ".."), "designs", "library")
                .resolve(part);
        assumeTrue(Files.isExecutable(SLICER), "PrusaSlicer is not installed: no " + SLICER);
        Path sliced = folder.resolve("part.gcode");
        Process slicer = new ProcessBuilder(
                        SLICER.toString(),
                        "--export-gcode",
                        "--gcode-flavor=marlin2",
                        "--machine-limits-usage=time_estimate_only",
                        "--layer-height=" + layer,
                        "--output=" + sliced,
                        model.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(slicer.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String program = Files.readString(sliced);

        Duration estimated = Analyser.analyse(Programs.safe(program, Dialect.MARLIN), limits(program))
                .duration();

        Matcher told = told(program, "estimated printing time \\(normal mode\\) = (?:(\\d+)h )?(?:(\\d+)m )?(\\d+)s");
        double seconds = number(told.group(1)) * 3600 + number(told.group(2)) * 60 + number(told.group(3));
        assertThat(estimated.toMillis() / 1000.0).isCloseTo(seconds, Percentage.withPercentage(1));
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    @Test
    void countsTheFilamentAsTheSlicerDoes() {
        double length = Double.parseDouble(
                told(source, "filament used \\[mm\\] = ([0-9.]+)").group(1));
        double volume = Double.parseDouble(
                told(source, "filament used \\[cm3\\] = ([0-9.]+)").group(1));

        assertThat(analysis.distances().filament()).isCloseTo(length, within(0.01));
        assertThat(analysis.distances().filamentVolume(1.75) / 1000).isCloseTo(volume, within(0.005));
    }

    @Test
    void findsTheLayersTemperaturesAndDialect() {
        assertThat(analysis.size().layers()).hasValue(30);
        assertThat(analysis.temperaturesMax()).isEqualTo(new Analysis.Temperatures(215, 60));
        assertThat(analysis.looksLike()).contains(Dialect.MARLIN);
    }

    @Test
    void findsThePartInTheMiddleOfTheBed() {
        Bounds part = analysis.extents().working().orElseThrow();

        // A skirt goes round the part at 6 mm; lines are 0.45 mm wide.
        assertThat(part.width()).isBetween(29.0, 32.0);
        assertThat((part.min().x() + part.max().x()) / 2).isCloseTo(105, within(0.1));
        assertThat(part.max().z()).isCloseTo(6, within(0.001));
    }

    @Test
    void passesTheGateOfThePrinterItWasSlicedFor() {
        GateProfile printer = GateProfile.ofPrinter(
                new Bounds(Point.ORIGIN, new Point(210, 210, 200)),
                new Analysis.Temperatures(250, 100),
                new GateProfile.Speeds(12_000, 3000));

        assertThat(SafetyGate.check(Programs.safe(source, Dialect.MARLIN), printer))
                .isEmpty();
    }

    private static KinematicLimits limits(String program) {
        return new KinematicLimits(
                axes(program, "machine_max_feedrate"),
                axes(program, "machine_max_acceleration"),
                new Accelerations(
                        setting(program, "machine_max_acceleration_extruding"),
                        setting(program, "machine_max_acceleration_travel"),
                        setting(program, "machine_max_acceleration_retracting")),
                new Junction.ClassicJerk(axes(program, "machine_max_jerk")),
                16,
                Resolution.ofArcs(0.05));
    }

    private static AxisLimits axes(String program, String name) {
        return new AxisLimits(
                setting(program, name + "_x"),
                setting(program, name + "_y"),
                setting(program, name + "_z"),
                setting(program, name + "_e"));
    }

    private static double setting(String program, String name) {
        return Double.parseDouble(told(program, name + " = ([0-9.]+)").group(1));
    }

    private static Matcher told(String program, String pattern) {
        Matcher matcher = Pattern.compile("(?m)^; " + pattern).matcher(program);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher;
    }
}
