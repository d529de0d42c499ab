package org.cosmofab.bridge.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final GateProfile MILL =
            GateProfile.ofMill(new Bounds(new Point(-9, -9, -9), new Point(99, 99, 9)), 6000, 9000);

    @Test
    void tellsEveryUnfitLineAndMeasuresTheOthers() {
        Preflight.Report report = report("G21 G90\n%\nG1 X5 F60\n$H\nG1 X8\nM2");

        assertThat(report.remarks())
                .extracting(Remark::line, Remark::code)
                .containsExactly(tuple(2, "EXPRESSION"), tuple(4, "SETTING"));
        assertThat(report.sourceLines()).isEqualTo(6);
        assertThat(report.linesRefused()).isEqualTo(2);
        assertThat(report.analysis().size().lines()).isEqualTo(4);
        assertThat(report.analysis().distances().travel()).isEqualTo(8);
    }

    @Test
    void refusesALineThatNoProgramHasAndReadsOnBehindIt() {
        String endless = ";" + "x".repeat(RawLines.LINE_BYTES_MAX);

        Preflight.Report report = report("G21 G90\n" + endless + "\nG1 X5 F60\nM2");

        assertThat(report.remarks()).extracting(Remark::line, Remark::code).containsExactly(tuple(2, "LINE_TOO_LONG"));
        assertThat(report.analysis().size().lines()).isEqualTo(3);
    }

    @Test
    void saysWhenThereIsNothingToDo() {
        assertThat(report("; only a remark\n\n").remarks())
                .extracting(Remark::code)
                .containsExactly("NO_COMMANDS");
        assertThat(report("").remarks()).extracting(Remark::code).containsExactly("NO_COMMANDS");
    }

    @Test
    void leavesAByteOrderMarkOut() {
        assertThat(report("\uFEFFG21 G90\nM2").remarks()).isEmpty();
    }

    /** Every code has its remedy in French, and it is another text than the English one. */
    @Test
    void speaksFrench() {
        Stream.concat(
                        Arrays.stream(Sanitised.Reason.values())
                                .map(reason -> new Remark(1, reason.name(), "", reason.remedy())),
                        Arrays.stream(Finding.Code.values()).map(code -> new Remark(1, code.name(), "", code.remedy())))
                .forEach(remark -> {
                    assertThat(remark.remedy(Locale.CANADA_FRENCH)).isNotBlank().isNotEqualTo(remark.remedy());
                    assertThat(remark.remedy(Locale.GERMAN)).isEqualTo(remark.remedy());
                });
    }

    @Test
    void guessesTheMachineByTheBeginning() {
        assertThat(guess("M104 S200\nG1 X1 E1")).isEqualTo(GateProfile.Kind.FDM_PRINTER);
        assertThat(guess("G90 G21\nM4 S100")).isEqualTo(GateProfile.Kind.LASER);
        assertThat(guess("G90 G21\nM3 S100")).isEqualTo(GateProfile.Kind.MILL);
        assertThat(Preflight.guess(new byte[0], 0).dialect()).isEmpty();
    }

    private static GateProfile.Kind guess(String source) {
        byte[] bytes = source.getBytes(UTF_8);
        return Preflight.guess(bytes, bytes.length).kind();
    }

    private static Preflight.Report report(String source) {
        Preflight preflight = new Preflight(Dialect.GRBL, KinematicLimits.ofGrblUnset(), MILL);
        byte[] bytes = source.getBytes(UTF_8);
        preflight.read(bytes, bytes.length);
        return preflight.finish();
    }
}
