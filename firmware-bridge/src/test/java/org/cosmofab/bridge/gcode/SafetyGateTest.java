package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.cosmofab.bridge.gcode.Finding.Code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test for each rule, named after it; each row is a program and what the gate finds in it. */
class SafetyGateTest {
    private static final Bounds ENVELOPE = new Bounds(new Point(-2, 0, 0), new Point(200, 200, 180));

    private static final GateProfile PRINTER =
            GateProfile.ofPrinter(ENVELOPE, new Analysis.Temperatures(250, 90), new GateProfile.Speeds(12_000, 2000));

    private static final GateProfile LASER =
            GateProfile.ofLaser(new Bounds(Point.ORIGIN, new Point(400, 300, 0)), 6000, 1000, false);

    private static final GateProfile CONSTANT_LASER = GateProfile.ofLaser(LASER.envelope(), 6000, 1000, true);

    private static final GateProfile MILL =
            GateProfile.ofMill(new Bounds(new Point(0, 0, -20), new Point(300, 300, 50)), 3000, 24_000);

    @Test
    void letsAnOrdinaryPrintPass() {
        assertThat(SafetyGate.check(Programs.safe("""
                                G21
                                M82 ; as some slicers write it
                                G90
                                M83
                                M140 S60
                                M104 S210 T0
                                G28 ; home
                                M190 S60
                                M109 S210
                                G92 E0
                                T0
                                M106 S255
                                M204 P1000 T1500
                                G1 Z0.2 F720
                                G1 X10 Y10 F9000
                                G1 E2 F2400
                                G1 X60 Y10 E2.5 F1800
                                G2 X60 Y30 J10 E1
                                G4 P200
                                M73 P50 R1
                                M107
                                G91
                                G1 Z5
                                G90
                                M104 S0
                                M140 S0
                                M84 X Y E
                                """, Dialect.MARLIN), PRINTER))
                .isEmpty();
    }

    @Test
    void letsAnOrdinaryLaserCutPass() {
        assertThat(found(
                        LASER,
                        "G21 G90 G94 G17 G54 / M5 S0 / G0 X10 Y10 / M4 S0 / G1 X50 S800 F1200 / G3 X40 Y20 R10 / G0 X0 Y0 "
                                + "/ M8 / G1 X10 S0 / M9 / M5 / M2"))
                .isEmpty();
    }

    @Test
    void letsAnOrdinaryMillingPass() {
        assertThat(
                        found(
                                MILL,
                                "G21 / G90 / G0 X10 Y10 Z5 / M3 S12000 / G4 P3 / G1 Z-2 F200 / X50 F900 / G0 Z5 / M5 / G0 X0 Y0 / M30"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    M9999      | COMMAND_UNKNOWN
                    G5 X1      | COMMAND_UNKNOWN
                    X10        | COMMAND_UNKNOWN
                    G1.5 X1    | COMMAND_UNKNOWN
                    M500       | COMMAND_OF_SETTINGS
                    M92 X80    | COMMAND_OF_SETTINGS
                    M201 X9000 | COMMAND_OF_SETTINGS
                    M206 Z-1   | COMMAND_OF_SETTINGS
                    M851 Z-9   | COMMAND_OF_SETTINGS
                    M997       | COMMAND_OF_FIRMWARE
                    M112       | COMMAND_OF_FIRMWARE
                    M211 S0    | COMMAND_OF_SAFETY
                    M302 S0    | COMMAND_OF_SAFETY
                    M42 P4 S1  | COMMAND_OF_PINS
                    M280 P0 S9 | COMMAND_OF_PINS
                    M81        | COMMAND_OF_PINS
                    M24        | COMMAND_OF_STORAGE
                    M98 P1     | COMMAND_OF_STORAGE
                    G29        | COMMAND_OF_PROBING
                    G38.2 Z-1  | COMMAND_OF_PROBING
                    M0         | COMMAND_WAITS_FOR_PERSON
                    M1         | COMMAND_WAITS_FOR_PERSON
                    M600       | COMMAND_WAITS_FOR_PERSON
                    M110 N0    | COMMAND_OF_NUMBERING
                    M3 S100    | COMMAND_OF_OTHER_KIND
                    G20        | COMMAND_OF_OTHER_KIND
                    T1         | TOOL_OTHER
                    """)
    void refusesCommandsNotOnTheListOnPrinters(String line, Code code) {
        assertThat(SafetyGate.check(Programs.safe("G21\n" + line, Dialect.MARLIN), PRINTER))
                .extracting(Finding::line, Finding::code)
                .containsExactly(tuple(2, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G10 L2 P1 X0 | COMMAND_OF_SETTINGS
                    G28          | STORED_PLACE
                    G28.1        | COMMAND_OF_SETTINGS
                    G30 Z-1      | STORED_PLACE
                    G92 X0       | ORIGIN_MOVED
                    G55          | ORIGIN_MOVED
                    G53 G0 X1    | ORIGIN_MOVED
                    G43.1 Z1     | COMMAND_OF_SETTINGS
                    G38.2 Z-1    | COMMAND_OF_PROBING
                    G18          | COMMAND_UNKNOWN
                    G93          | COMMAND_UNKNOWN
                    M0           | COMMAND_WAITS_FOR_PERSON
                    M6           | COMMAND_WAITS_FOR_PERSON
                    T1           | TOOL_OTHER
                    M104 S200    | COMMAND_OF_OTHER_KIND
                    M62 P1       | COMMAND_OF_PINS
                    """)
    void refusesCommandsNotOnTheListOnCutters(String line, Code code) {
        assertThat(found(LASER, line)).contains(code);
        assertThat(found(MILL, line)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "M104 S0 B300, WORD_NOT_TAKEN",
        "G92 E0 F3, WORD_NOT_TAKEN",
        "G28 X, ",
        "M84 S9, WORD_NOT_TAKEN",
        "M204 X9, WORD_NOT_TAKEN",
        "G90 P1, WORD_NOT_TAKEN"
    })
    void refusesWordsTheCommandDoesNotTake(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"G1 X1 E1 A3 F60, WORD_NOT_TAKEN WORD_NOT_TAKEN", "G0 X1, ''", "G0 X1 K1, WORD_NOT_TAKEN"})
    void refusesWordsTheBlockDoesNotTake(String line, String codes) {
        assertThat(found(LASER, line)).isEqualTo(codes(codes));
    }

    @ParameterizedTest
    @CsvSource({"G28 / G1 X, VALUE_MISSING", "M104 S, VALUE_MISSING", "G28 X Y, "})
    void refusesMissingValues(String lines, Code code) {
        assertThat(found(PRINTER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"G28 G21, COMMAND_WITH_ANOTHER", "G21 M84, COMMAND_WITH_ANOTHER", "G21, "})
    void refusesASecondCommandOnPrinters(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "G0 G1 X1 F60, COMMAND_WITH_ANOTHER",
        "G20 G21, COMMAND_WITH_ANOTHER",
        "M4 M5, COMMAND_WITH_ANOTHER",
        "G90 G91, COMMAND_WITH_ANOTHER",
        "G90 G21 G17 G0 X1, ",
        "M2 M30, COMMAND_WITH_ANOTHER"
    })
    void refusesCommandsThatExcludeEachOther(String line, Code code) {
        assertThat(found(LASER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"G92 X0, ORIGIN_MOVED", "G92 E0 Z1, ORIGIN_MOVED", "G92, ORIGIN_MOVED", "G92 E0, "})
    void refusesAMovedOrigin(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"M104 T1 S0, TOOL_OTHER", "M109 S0 T0, ", "M204 P5 T9, "})
    void refusesOtherTools(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "M220 S100, ",
        "M220 S101, VALUE_OUT_OF_RANGE",
        "M220 S0, VALUE_OUT_OF_RANGE",
        "M221 S95, ",
        "M221 S500, VALUE_OUT_OF_RANGE",
        "M900 K0.05, ",
        "M900 K100, VALUE_OUT_OF_RANGE"
    })
    void refusesOverridesOutOfRange(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "M106 S1000001, NUMBER_ABSURD",
        "M106 S-1000001, NUMBER_ABSURD",
        "M106 S1000000, ",
        "M106 S999999999999999, NUMBER_ABSURD"
    })
    void refusesAbsurdNumbers(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"M2 / G0 X1, LINE_AFTER_END", "M30 / M5, LINE_AFTER_END", "M5 / M2, "})
    void refusesLinesAfterTheEnd(String lines, Code code) {
        assertThat(found(LASER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G28 / G1 X200 Y200 Z180 F900          | ''
                    G28 / G1 X-2                          | ''
                    G28 / G1 X200.01                      | MOVE_OUTSIDE_ENVELOPE
                    G28 / G0 X-2.01                       | MOVE_OUTSIDE_ENVELOPE
                    G28 / G1 Y-1                          | MOVE_OUTSIDE_ENVELOPE
                    G28 / G1 Z-0.1                        | MOVE_OUTSIDE_ENVELOPE
                    G28 / G1 X100 / G91 / G1 X100 / G1 X1 | MOVE_OUTSIDE_ENVELOPE
                    G28 / G1 X198 Y100 / G3 X198 Y110 R5  | MOVE_OUTSIDE_ENVELOPE
                    G28 / G1 X198 Y100 / G2 X198 Y110 R5  | ''
                    G28 / G1 X10 Y50 / G3 I-11            | MOVE_OUTSIDE_ENVELOPE
                    G28 / G1 X10 Y10 / G3 I-6 J0          | ''
                    G28 / G1 X999 Y999                    | MOVE_OUTSIDE_ENVELOPE MOVE_OUTSIDE_ENVELOPE
                    """)
    void refusesMovesOutsideTheEnvelope(String lines, String codes) {
        assertThat(found(PRINTER, lines)).isEqualTo(codes(codes));
    }

    @Test
    void refusesMovesOutsideTheEnvelopeInInches() {
        assertThat(found(LASER, "G20 / G0 X15.7")).isEmpty();
        assertThat(found(LASER, "G20 / G0 X15.8")).containsExactly(Code.MOVE_OUTSIDE_ENVELOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G1 X1                     | MOVE_BEFORE_HOMING
                    G28 X / G1 X1             | ''
                    G28 X / G1 X1 Y1          | MOVE_BEFORE_HOMING
                    G28 X Y / G1 X1 Z1        | MOVE_BEFORE_HOMING
                    G91 / G1 Z5               | MOVE_BEFORE_HOMING
                    G28 / M84 / G1 X1         | MOVE_BEFORE_HOMING
                    G28 / M18 Y / G1 X1       | ''
                    G28 / M18 Y / G1 Y1       | MOVE_BEFORE_HOMING
                    G28 / M84 E / G1 Z1       | ''
                    G28 Z / G2 I5             | MOVE_BEFORE_HOMING MOVE_BEFORE_HOMING
                    G1 F900                   | ''
                    """)
    void refusesMovesBeforeHoming(String lines, String codes) {
        assertThat(found(PRINTER, lines)).isEqualTo(codes(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G91 / G0 X1              | POSITION_UNKNOWN
                    G91 / G0 X1 / X1         | POSITION_UNKNOWN POSITION_UNKNOWN
                    G91 G0 X1                | POSITION_UNKNOWN
                    G0 X1 / G91 / X1         | ''
                    G0 X1 / G91 / X1 Y1      | POSITION_UNKNOWN
                    """)
    void refusesRelativeMovesFromUnknownPlaces(String lines, String codes) {
        assertThat(found(LASER, lines)).isEqualTo(codes(codes));
    }

    @ParameterizedTest
    @CsvSource({"F60 / G2 X10 Y0 R5, POSITION_UNKNOWN", "F60 / G0 X10 Y10 / G3 X10 Y20 R5, "})
    void refusesArcsFromUnknownPlaces(String lines, Code code) {
        assertThat(found(LASER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"G1 F12000, ", "G1 F12001, FEED_TOO_HIGH", "G1 F0, FEED_MISSING", "G1 F-5, FEED_MISSING"})
    void refusesFeedsAboveTheLimit(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @Test
    void refusesFeedsAboveTheLimitInInches() {
        assertThat(found(LASER, "G20 / G1 F237")).containsExactly(Code.FEED_TOO_HIGH);
    }

    @ParameterizedTest
    @CsvSource({
        "M204 S2000, ",
        "M204 S2001, ACCELERATION_TOO_HIGH",
        "M204 T9999, ACCELERATION_TOO_HIGH",
        "M204 P0, ACCELERATION_TOO_HIGH"
    })
    void refusesAccelerationAboveTheLimit(String line, Code code) {
        assertThat(found(PRINTER, line).stream().distinct().toList()).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"G4 S600, ", "G4 S601, VALUE_OUT_OF_RANGE", "G4 P601000, VALUE_OUT_OF_RANGE"})
    void refusesLongWaits(String line, Code code) {
        assertThat(found(PRINTER, line)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G1 X10                        | FEED_MISSING
                    G80 / X10                     | MOTION_MISSING
                    F60 / G0 X9 Y9 / G2 X10       | ARC_IMPOSSIBLE
                    F60 / G0 X9 Y9 / G2 X20 R1    | ARC_IMPOSSIBLE
                    F60 / G0 X9 Y9 / G2 X20 I1    | ARC_IMPOSSIBLE
                    F60 / G0 X9 Y9 / G2 I0 J0     | ARC_IMPOSSIBLE
                    """)
    void refusesWhatCannotBeDone(String lines, Code code) {
        assertThat(found(LASER, lines)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "M109 S200 / M83 / G90 / G1 E1 / M104 S0, FILAMENT_MODE_UNCLEAR",
        "M109 S200 / G90 / M83 / G1 E1 / M104 S0, "
    })
    void refusesUnclearFilamentModes(String lines, Code code) {
        assertThat(found(PRINTER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "M104 S250 / M104 S0, ",
        "M104 S251 / M104 S0, TEMPERATURE_OUT_OF_RANGE",
        "M109 R300 / M104 S0, TEMPERATURE_OUT_OF_RANGE",
        "M140 S91 / M140 S0, TEMPERATURE_OUT_OF_RANGE",
        "M190 S-5 / M140 S0, TEMPERATURE_OUT_OF_RANGE"
    })
    void refusesTemperaturesOutOfRange(String lines, Code code) {
        assertThat(found(PRINTER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "M83 / G1 E1, EXTRUSION_COLD",
        "M83 / M104 S200 / G1 E1 / M104 S0, EXTRUSION_COLD",
        "M83 / M109 S160 / G1 E1 / M104 S0, EXTRUSION_COLD",
        "M83 / M109 S200 / M104 S0 / G1 E1, EXTRUSION_COLD",
        "M83 / M109 S200 / G1 E1 / M104 S0, ",
        "M83 / G1 E-1, "
    })
    void refusesColdExtrusion(String lines, Code code) {
        assertThat(found(PRINTER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({"M104 S200, HEATER_LEFT_ON", "M140 S60 / M104 S0, HEATER_LEFT_ON", "M140 S60 / M140 S0, "})
    void refusesHeatersLeftOn(String lines, Code code) {
        assertThat(found(PRINTER, lines)).isEqualTo(listOf(code));
    }

    @Test
    void refusesTheWrongMode() {
        assertThat(found(LASER, "M3 S5 / M5")).containsExactly(Code.BEAM_MODE_REFUSED);
        assertThat(found(CONSTANT_LASER, "M3 S5 / M5")).isEmpty();
        assertThat(found(MILL, "M4 S5 / M5")).containsExactly(Code.BEAM_MODE_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"M4 S1000 / M5, ", "M4 S1001 / M5, POWER_OUT_OF_RANGE", "S-1, POWER_OUT_OF_RANGE"})
    void refusesPowersOutOfRange(String lines, Code code) {
        assertThat(found(LASER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "M3 S5 / G0 X5 / M5, BEAM_ON_OUTSIDE_CUT",
        "M3 S5 / G4 P1 / M5, BEAM_ON_OUTSIDE_CUT",
        "M3 S5 / G0 X5 S0 / M5, ",
        "M3 S5 / G1 X5 F60 / M5, ",
        "M4 S5 / G0 X5 / M5, "
    })
    void refusesTheBeamOutsideCuts(String lines, Code code) {
        assertThat(found(CONSTANT_LASER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "M4 S5, BEAM_LEFT_ON",
        "M4 S5 / M5 / M4, BEAM_LEFT_ON",
        "M4 S5 / M2, BEAM_LEFT_ON",
        "M4 S5 / M5, ",
        "G0 X5, "
    })
    void refusesABeamLeftOn(String lines, Code code) {
        assertThat(found(LASER, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "G1 Z-1 F60, CUT_WITHOUT_SPINDLE",
        "M3 S0 / G1 Z-1 F60 / M5, CUT_WITHOUT_SPINDLE",
        "M3 S9000 / G1 Z-1 F60 / M5, ",
        "G1 Z1 F60, "
    })
    void refusesCutsWithoutTheSpindle(String lines, Code code) {
        assertThat(found(MILL, lines)).isEqualTo(listOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "G0 Z-1, RAPID_IN_MATERIAL",
        "M3 S9 / G1 Z-1 F60 / G0 X5 / M5, RAPID_IN_MATERIAL",
        "M3 S9 / G1 Z-1 F60 / G0 X5 Z5 / M5, RAPID_IN_MATERIAL",
        "M3 S9 / G1 Z-1 F60 / G0 Z5 / G0 X5 / M5, "
    })
    void refusesRapidsInTheMaterial(String lines, Code code) {
        assertThat(found(MILL, lines)).isEqualTo(listOf(code));
    }

    @Test
    void refusesOtherDialects() {
        assertThat(SafetyGate.check(Programs.safe("G21", Dialect.GRBL), PRINTER))
                .extracting(Finding::code)
                .containsExactly(Code.DIALECT_OTHER);
    }

    @Test
    void tellsLineDetailAndRemedy() {
        Finding finding = SafetyGate.check(Programs.safe("; part\nG28\n\nG1 Z210.2", Dialect.MARLIN), PRINTER)
                .get(0);

        assertThat(finding)
                .isEqualTo(new Finding(4, Code.MOVE_OUTSIDE_ENVELOPE, "Z reaches 210.2 mm, allowed is 0.0 to 180.0"));
        assertThat(finding.remedy()).isEqualTo("place the part inside the machine's envelope");
    }

    @Test
    void tellsALimitedNumberOfEachCodeInOrderOfLines() {
        List<Finding> findings = SafetyGate.check(
                Programs.safe("M500\nG28\n" + "G1 X999\nM999\n".repeat(1000), Dialect.MARLIN), PRINTER);

        assertThat(findings).hasSize(1 + 2 * SafetyGate.FINDINGS_PER_CODE_MAX);
        assertThat(findings).extracting(Finding::line).isSorted();
    }

    private static List<Code> found(GateProfile profile, String lines) {
        SafeProgram program =
                Programs.safe(lines.replace(" / ", "\n"), profile.kind().dialect());
        return SafetyGate.check(program, profile).stream().map(Finding::code).toList();
    }

    private static List<Code> codes(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Code::valueOf)
                .toList();
    }

    private static List<Code> listOf(@Nullable Code code) {
        return code == null ? new ArrayList<>() : List.of(code);
    }
}
