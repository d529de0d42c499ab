package org.cosmofab.bridge.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cosmofab.bridge.testing.Conversation;
import org.cosmofab.bridge.time.ScaledClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulated printer, held to what Marlin 2.1.2 does. */
@Timeout(30)
class SimulatedMarlinTest {
    private final SimulatedMarlin firmware = new SimulatedMarlin(ScaledClock.startingNow(2000));
    private final Conversation host = Conversation.with(firmware);

    @AfterEach
    void tearDown() {
        host.close();
    }

    @Test
    void saysThatItStarted() {
        assertThat(host.next()).isEqualTo("start");
    }

    @Test
    void tellsItsNameAndWhatItCan() {
        List<String> said = host.ask("M115");

        assertThat(said.get(0)).startsWith("FIRMWARE_NAME:Marlin 2.1.2.7");
        assertThat(said)
                .contains("Cap:AUTOREPORT_TEMP:1", "Cap:EMERGENCY_PARSER:0")
                .endsWith("ok");
    }

    @Test
    void answersAQuestionForTemperaturesInOneLine() {
        assertThat(host.ask("M105")).singleElement().asString().startsWith("ok T:21.00 /0.00 B:21.00 /0.00");
    }

    @Test
    void acceptsLinesInOrderWithTheirChecksum() {
        assertThat(host.ask("N0 M110 N0*125")).containsExactly("ok");
        assertThat(host.ask("N1 M82*" + checksum("N1 M82"))).containsExactly("ok");
    }

    @Test
    void asksForALineAgainWhoseChecksumIsWrong() {
        assertThat(host.ask("N1 M82*1")).containsExactly("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
        assertThat(firmware.truth().executed()).isEmpty();
    }

    @Test
    void asksForTheLineThatIsMissing() {
        assertThat(host.ask("N5 M82*" + checksum("N5 M82")))
                .containsExactly("Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok");
    }

    @Test
    void asksForALineAgainThatHasANumberAndNoChecksum() {
        assertThat(host.ask("N1 M82"))
                .containsExactly("Error:No Checksum with line number, Last Line: 0", "Resend: 1", "ok");
    }

    /** A semicolon begins a comment before the checksum is looked for. */
    @Test
    void losesAChecksumBehindAComment() {
        assertThat(host.ask("N1 M82 ;why*" + checksum("N1 M82 ;why")))
                .contains("Error:No Checksum with line number, Last Line: 0");
    }

    @Test
    void dropsANumberItHasSeenWithoutAWord() {
        host.ask("N1 M82*" + checksum("N1 M82"));
        host.ask("N2 M82*" + checksum("N2 M82"));

        host.send("N2 M83*" + checksum("N2 M83"));
        host.send("N1 M83*" + checksum("N1 M83"));

        assertThat(host.ask("M105")).singleElement().asString().startsWith("ok T:");
        assertThat(firmware.truth().executed()).containsExactly("M82", "M82", "M105");
    }

    @Test
    void runsALineWithoutANumberUnchecked() {
        assertThat(host.ask("G92 E0")).containsExactly("ok");
    }

    @Test
    void cutsWhatIsLongerThanItsBuffer() {
        host.ask("G1 F600 " + " ".repeat(100) + "X50");
        host.ask("M400");

        assertThat(firmware.truth().position().x()).isZero();
    }

    @Test
    void saysWhatItDoesNotKnowAndGoesOn() {
        assertThat(host.ask("G999 X1")).containsExactly("echo:Unknown command: \"G999 X1\"", "ok");
    }

    @Test
    void answersNoEmptyLine() {
        host.send("\r\n\r\n\r\n");

        assertThat(host.ask("M82")).containsExactly("ok");
    }

    @Test
    void takesItsTimeToHeat() {
        long busyBefore = firmware.truth().busyTime().toSeconds();

        host.ask("M109 S200");

        assertThat(firmware.truth().busyTime().toSeconds() - busyBefore).isBetween(95L, 105L);
        assertThat(host.ask("M105")).singleElement().asString().contains("T:200.00 /200.00");
        assertThat(firmware.truth().heatersOn()).isTrue();
    }

    @Test
    void pushesNoFilamentThroughAColdNozzle() {
        host.ask("M82");
        assertThat(host.ask("G1 X10 E5 F600")).containsExactly("echo: cold extrusion prevented", "ok");
        host.ask("M400");

        assertThat(firmware.truth().position().x()).isEqualTo(10);
        assertThat(firmware.truth().extrudedMm()).isZero();
    }

    @Test
    void restsBeforeItAcknowledgesASync() {
        host.ask("G1 X100 F600");
        host.ask("M400");

        assertThat(firmware.truth().position().x()).isEqualTo(100);
        assertThat(host.ask("M114").get(0)).startsWith("X:100.00 Y:0.00 Z:0.00");
    }

    @Test
    void countsPrintingTimeWhileItIsBusyOnly() {
        host.ask("M75");
        host.ask("G4 S90");
        host.ask("M77");

        assertThat(host.ask("M31")).containsExactly("echo:Print time: 1m 30s", "ok");
    }

    @Test
    void haltsAtAnEmergencyStopAndIsSilentUntilItIsSwitchedOffAndOn() {
        host.ask("M104 S200");
        host.send("M112");

        host.hearUntil("Error:Printer halted. kill() called!");
        host.send("M105");
        assertThat(firmware.truth().heatersOn()).isFalse();

        firmware.powerCycle();

        assertThat(host.next()).isEqualTo("start");
        host.hearUntil("echo: Last Updated: 2026-01-22 | Author: (simulated)");
        assertThat(host.ask("M105")).hasSize(1);
    }

    @Test
    void stopsQuicklyOnRequestAndKeepsItsPlace() {
        host.ask("G1 X3000 F60");
        host.ask("M410");

        double stoppedAt = firmware.truth().position().x();
        assertThat(stoppedAt).isLessThan(3000);
        host.ask("G1 X5 F6000");
        host.ask("M400");
        assertThat(firmware.truth().position().x()).isEqualTo(5);
    }

    @Test
    void canPrintWhatLooksLikeAHostAction() {
        assertThat(host.ask("M118 A1 action:cancel")).containsExactly("//action:cancel", "ok");
    }

    private static int checksum(String line) {
        return line.chars().reduce(0, (a, b) -> a ^ b) & 0xFF;
    }
}
