package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the analysis against what PrusaSlicer 2.5 itself wrote into a program about it. The part is a frustum, 18 mm wide
 * and 6 mm high, sliced with unlike accelerations for perimeters, infill, bridges and travel.
 */
class SlicerOracleTest {
    private static String source = "";
    private static Analysis analysis =
            Analyser.analyse(Programs.safe("G1 X1", Dialect.MARLIN), KinematicLimits.ofPrinter(1));

    @BeforeAll
    static void analyse() throws IOException {
        try (InputStream file = SlicerOracleTest.class.getResourceAsStream("frustum.gcode")) {
            source = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        analysis = Analyser.analyse(Programs.safe(source, Dialect.MARLIN), limits());
    }

    @Test
    void estimatesTheTimeWithinOnePerCentOfTheSlicers() {
        Matcher told = told("estimated printing time \\(normal mode\\) = (\\d+)m (\\d+)s");
        double seconds = Integer.parseInt(told.group(1)) * 60 + Integer.parseInt(told.group(2));

        assertThat(analysis.duration().toMillis() / 1000.0).isCloseTo(seconds, Percentage.withPercentage(1));
    }

    @Test
    void countsTheFilamentAsTheSlicerDoes() {
        double length =
                Double.parseDouble(told("filament used \\[mm\\] = ([0-9.]+)").group(1));
        double volume =
                Double.parseDouble(told("filament used \\[cm3\\] = ([0-9.]+)").group(1));

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

    private static KinematicLimits limits() {
        return new KinematicLimits(
                axes("machine_max_feedrate"),
                axes("machine_max_acceleration"),
                new Accelerations(
                        setting("machine_max_acceleration_extruding"),
                        setting("machine_max_acceleration_travel"),
                        setting("machine_max_acceleration_retracting")),
                new Junction.ClassicJerk(axes("machine_max_jerk")),
                16,
                Resolution.ofArcs(0.05));
    }

    private static AxisLimits axes(String name) {
        return new AxisLimits(setting(name + "_x"), setting(name + "_y"), setting(name + "_z"), setting(name + "_e"));
    }

    private static double setting(String name) {
        return Double.parseDouble(told(name + " = ([0-9.]+)").group(1));
    }

    private static Matcher told(String pattern) {
        Matcher matcher = Pattern.compile("(?m)^; " + pattern).matcher(source);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher;
    }
}
