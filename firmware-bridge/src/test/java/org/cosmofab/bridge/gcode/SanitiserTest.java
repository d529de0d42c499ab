package org.cosmofab.bridge.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.bridge.gcode.Sanitised.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G1 X10 ; to the edge      | G1 X10
                    G1 (a ; remark) X10       | G1 X10
                    G1 X10 (never closed      | G1 X10
                    N12 G1 X10*83             | G1 X10
                    N12 N13 G1 X10            | G1 X10
                    G1 X10*83 ; remark        | G1 X10
                    g1x10y-.5e+2.f1200        | G1 X10 Y-.5 E+2. F1200
                    G 1   X 10                | G1 X10
                    G01 X1.0E5                | G01 X1.0 E5
                    M84 X Y                   | M84 X Y
                    """)
    void keepsOnlyWords(String raw, String kept) {
        assertThat(Programs.safe(raw, Dialect.MARLIN).lines()).containsExactly(new SafeProgram.Line(1, kept));
    }

    @Test
    void keepsTheLineNumbersOfTheSource() {
        SafeProgram program = Programs.safe("; title\r\n\r\nG21\r\n   \nM117 Hi!\nG90\n", Dialect.MARLIN);

        assertThat(program.lines()).containsExactly(new SafeProgram.Line(3, "G21"), new SafeProgram.Line(6, "G90"));
    }

    @Test
    void readsTheLastLineWithoutALineEnd() {
        assertThat(Programs.safe("G21\nG90", Dialect.GRBL).lines()).hasSize(2);
    }

    @Test
    void letsAnyTextStandInComments() {
        String source =
                "\uFEFF; d\u00e9coupe \u2013 \u00c4pfel? !~ 100 % [x] $$\n(stop! \u2018now\u2019?) G21 ; \u0007\n";

        assertThat(Programs.safe(source, Dialect.GRBL).lines()).containsExactly(new SafeProgram.Line(2, "G21"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G1 X10?           | REAL_TIME_CHARACTER | column 7: found ?
                    !                 | REAL_TIME_CHARACTER | column 1: found !
                    G1 ~ X10          | REAL_TIME_CHARACTER | column 4: found ~
                    %                 | EXPRESSION          | column 1: found %
                    G1 X[xmax]        | EXPRESSION          | column 4: X with an expression
                    #1=5              | EXPRESSION          | column 1: found #
                    G1 [2] X1         | EXPRESSION          | column 4: found [
                    $H                | SETTING             | column 1: found $
                    $110=9000         | SETTING             | column 1: found $
                    M118 A1 hello     | TEXT_COMMAND        | column 1: M118 carries text
                    M23 part.gco      | TEXT_COMMAND        | column 1: M23 carries text
                    /G1 X10           | WORD_MALFORMED      | column 1: found /
                    G1 X--5           | WORD_MALFORMED      | column 5: no number
                    G1 X5 0           | WORD_MALFORMED      | column 7: found 0
                    G1 X0x10          | WORD_TWICE          | column 6: X stands twice
                    G1 X1.2.3         | WORD_MALFORMED      | column 8: found .
                    G1 X              | WORD_MALFORMED      | column 4: X without a number
                    G                 | WORD_MALFORMED      | column 1: G without a number
                    G1 X1234567890123456 | WORD_MALFORMED   | column 5: a number of 16 digits
                    G1 X10 ) Y5       | WORD_MALFORMED      | column 8: found )
                    G1 X10*           | WORD_MALFORMED      | column 7: no checksum behind *
                    G1 X10*12 Y5      | WORD_MALFORMED      | column 11: text behind the checksum
                    """)
    void refusesWhatIsNotWords(String line, Reason reason, String detail) {
        assertThat(Programs.refusal("G21\n" + line, Dialect.GRBL)).isEqualTo(new Sanitised.Refused(2, reason, detail));
    }

    @Test
    void refusesBytesAboveAscii() {
        assertThat(Programs.refusal("G21\nG1 X10 \u00c4", Dialect.MARLIN))
                .isEqualTo(new Sanitised.Refused(2, Reason.BYTE_NOT_ASCII, "column 8: found byte 0xC3"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x11, 0x18, 0x1B, 0x7F})
    void refusesControlBytes(int control) {
        assertThat(Programs.refusal("G1 X1" + (char) control, Dialect.MARLIN).reason())
                .isEqualTo(Reason.CONTROL_BYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1 X1\rG28\n", "; remark\rG28\n", "(remark\rG28)\n", "M117 hi\rG28\n"})
    void refusesACarriageReturnInsideALineAsItMayHideACommand(String source) {
        assertThat(Programs.refusal(source, Dialect.MARLIN).reason()).isEqualTo(Reason.CONTROL_BYTE);
    }

    @Test
    void refusesLinesThatTheFirmwareWouldCut() {
        String limit = "G1 X1.00000000000000 Y1.00000000000000 Z1.00000000000000 F1.0000000000000 E1.000";

        assertThat(limit).hasSize(80);
        assertThat(Programs.safe(limit, Dialect.MARLIN).size()).isEqualTo(1);
        assertThat(Programs.refusal(limit + "0", Dialect.MARLIN).reason()).isEqualTo(Reason.LINE_TOO_LONG);
        assertThat(Programs.safe(limit.substring(0, 79), Dialect.GRBL).size()).isEqualTo(1);
        assertThat(Programs.refusal(limit, Dialect.GRBL).reason()).isEqualTo(Reason.LINE_TOO_LONG);
    }

    @Test
    void measuresTheLineThatIsSentAndNotItsComment() {
        assertThat(Programs.safe("G1 X1 ;" + "long ".repeat(100), Dialect.GRBL).size())
                .isEqualTo(1);
    }

    @Test
    void refusesAProgramWithoutCommands() {
        assertThat(Programs.refusal("; nothing\n\n", Dialect.MARLIN).reason()).isEqualTo(Reason.NO_COMMANDS);
        assertThat(Programs.refusal("", Dialect.MARLIN).reason()).isEqualTo(Reason.NO_COMMANDS);
    }

    @Test
    void countsLayersThatCommentsTell() {
        String prusa = ";LAYER_CHANGE\nG1 X1\n;LAYER_CHANGE\nG1 X2\n";
        String cura = ";LAYER_COUNT:42\nG1 X1\n;LAYER:0\n";

        assertThat(Programs.safe(prusa, Dialect.MARLIN).layers()).hasValue(2);
        assertThat(Programs.safe(cura, Dialect.MARLIN).layers()).hasValue(42);
        assertThat(Programs.safe("G1 X1", Dialect.MARLIN).layers()).isEmpty();
    }

    @Test
    void givesTheBytesThatAreSent() {
        SafeProgram program = Programs.safe("g21 ; mm\r\ng90\r\n", Dialect.GRBL);

        assertThat(new String(program.toBytes(), ISO_8859_1)).isEqualTo("G21\nG90\n");
    }

    @Test
    void namesARemedyForEveryReason() {
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(reason.remedy()).isNotBlank());
        assertThat(Programs.refusal("$H", Dialect.GRBL).remedy()).contains("at the machine");
    }

    @Test
    void readsTextAndItsBytesAlike() {
        String source = "G21 ; \u00e9\nG90\n";

        SafeProgram ofText = Sanitiser.sanitise(source, Dialect.GRBL).fold(s -> s.program(), r -> failed(r));
        SafeProgram ofBytes =
                Sanitiser.sanitise(source.getBytes(UTF_8), Dialect.GRBL).fold(s -> s.program(), r -> failed(r));

        assertThat(ofText.toBytes()).isEqualTo(ofBytes.toBytes());
    }

    private static SafeProgram failed(Sanitised.Refused refused) {
        throw new AssertionError(refused);
    }
}
