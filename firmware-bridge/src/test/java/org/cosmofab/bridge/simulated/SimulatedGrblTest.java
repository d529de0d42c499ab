package org.cosmofab.bridge.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.bridge.testing.Eventually.holds;

import java.util.ArrayList;
import java.util.List;
import org.cosmofab.bridge.testing.Conversation;
import org.cosmofab.bridge.time.ScaledClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated laser, held to what was measured on Grbl 1.1h. */
@Timeout(30)
class SimulatedGrblTest {
    private static final String BANNER = "Grbl 1.1h ['$' for help]";

    private final SimulatedGrbl firmware = new SimulatedGrbl(
            ScaledClock.startingNow(200), GrblProfile.laserCutter().withSoftLimits());
    private final Conversation host = Conversation.with(firmware);

    @BeforeEach
    void setUp() {
        host.hearUntil(BANNER);
    }

    @AfterEach
    void tearDown() {
        host.close();
    }

    @Test
    void tellsItsVersionAndBuffers() {
        assertThat(host.ask("$I")).containsExactly("[VER:1.1h.20190830:]", "[OPT:VZ,15,128]", "ok");
        assertThat(host.ask("$$")).contains("$30=1000", "$32=1", "$130=600.000");
    }

    @Test
    void acknowledgesEveryLineEnd() {
        host.sendRaw("G21\r\nG90\r\n");

        assertThat(List.of(host.next(), host.next(), host.next(), host.next())).containsOnly("ok");
        assertThat(host.isSilent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "G64,20",
        "E5,20",
        "G1X5,22",
        "X,2",
        "5X,1",
        "G0G1X5,21",
        "G0X1X2,25",
        "G4,28",
        "G2X5F600,35",
        "G1X1-2,2",
        "$Q,3"
    })
    void refusesWhatGrblRefuses(String line, int code) {
        assertThat(host.ask(line)).containsExactly("error:" + code);
    }

    @Test
    void refusesALineThatIsTooLongButNoCommentThatIs() {
        assertThat(host.ask("G1 X" + "1".repeat(90))).containsExactly("error:11");
        assertThat(host.ask("G21 (" + "x".repeat(300) + ")")).containsExactly("ok");
    }

    @Test
    void losesWhatOverflowsItsBufferWithoutAWord() {
        List<String> sent = new ArrayList<>();
        host.sendRaw("G4P100\n");
        for (int i = 0; i < 40; i++) {
            sent.add("G0 X" + i + " Y" + i);
        }
        host.sendRaw(String.join("\n", sent) + "\n");

        int answers = 0;
        while (!host.isSilent()) {
            answers++;
        }

        assertThat(answers).isLessThan(30);
    }

    @Test
    void tellsItsStatusAtOnceAndTheOffsetNowAndThen() {
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            host.sendRaw("?");
            reports.add(host.next());
        }

        assertThat(reports).allMatch(report -> report.startsWith("<Idle|MPos:0.000,0.000,0.000|FS:0,0"));
        assertThat(reports.stream().filter(report -> report.contains("|WCO:"))).hasSize(2);
        assertThat(reports.stream().filter(report -> report.contains("|Ov:100,100,100")))
                .hasSizeBetween(1, 2);
    }

    @Test
    void saysIdleWhileItDwells() {
        host.sendRaw("G4P400\n?");

        assertThat(host.next()).startsWith("<Idle");
        assertThat(host.next()).isEqualTo("ok");
    }

    @Test
    void holdsAndGoesOn() {
        host.ask("G1 X100 F60");
        host.sendRaw("!");
        holds("still", () -> status().startsWith("<Hold:0"));

        host.sendRaw("~");

        assertThat(status()).startsWith("<Run");
    }

    @Test
    void keepsItsPlaceWhenResetInAHold() {
        host.ask("G1 X100 F60");
        holds("moving", () -> !status().contains("MPos:0.000"));
        host.sendRaw("!");
        holds("still", () -> status().startsWith("<Hold:0"));

        host.sendRaw("\u0018");

        assertThat(host.hearUntil(BANNER)).doesNotContain("ALARM:3");
        assertThat(status()).startsWith("<Idle").doesNotContain("MPos:0.000");
    }

    @Test
    void locksWhenItIsResetWhileItMoves() {
        host.ask("G1 X100 F60");
        holds("moving", () -> status().startsWith("<Run"));

        host.sendRaw("\u0018");

        assertThat(host.hearUntil("[MSG:'$H'|'$X' to unlock]"))
                .containsExactly("ALARM:3", BANNER, "[MSG:'$H'|'$X' to unlock]");
        assertThat(host.ask("G0 X1")).containsExactly("error:9");
        assertThat(host.ask("$X")).containsExactly("[MSG:Caution: Unlocked]", "ok");
        assertThat(host.ask("G0 X1")).containsExactly("ok");
    }

    @Test
    void answersNothingButAResetInACriticalAlarm() {
        host.send("G0 X9999");
        assertThat(host.next()).isEqualTo("ALARM:2");
        assertThat(host.next()).isEqualTo("[MSG:Reset to continue]");

        host.sendRaw("?\n$X\nG0 X1\n");
        assertThat(host.isSilent()).isTrue();

        host.sendRaw("\u0018");
        assertThat(host.hearUntil(BANNER))
                .as("a stray ok comes before the banner")
                .containsExactly("ok", BANNER);
    }

    @Test
    void goesOnWithWhatIsBufferedAfterAnError() {
        host.sendRaw("G0 X1\nG64\nG0 X2\n");

        assertThat(List.of(host.next(), host.next(), host.next())).containsExactly("ok", "error:20", "ok");
        assertThat(firmware.truth().executed()).containsExactly("G0X1", "G0X2");
    }

    /** What makes text from strangers dangerous. */
    @Test
    void actsOnRealTimeBytesInsideAComment() {
        host.sendRaw("(\u00C3\u0084pfel)\n");
        holds("door", () -> status().startsWith("<Door"));
    }

    @Test
    void parsesWithoutMovingInCheckMode() {
        assertThat(host.ask("$C")).containsExactly("[MSG:Enabled]", "ok");
        assertThat(host.ask("G1 X100 F600")).containsExactly("ok");
        assertThat(host.ask("G64")).containsExactly("error:20");
        host.send("$C");
        host.hearUntil(BANNER);

        assertThat(status()).startsWith("<Idle|MPos:0.000");
    }

    @Test
    void leavesAConstantBeamOnInAHoldButNotBehindADoor() {
        host.ask("M3 S500");
        host.ask("G1 X100 F60");
        holds("moving", () -> status().startsWith("<Run"));
        host.sendRaw("!");
        holds("still", () -> status().startsWith("<Hold:0"));
        assertThat(firmware.truth().beamOn()).isTrue();

        host.sendRaw("\u0084");

        holds("door", () -> status().startsWith("<Door:0"));
        assertThat(firmware.truth().beamOn()).isFalse();
    }

    @Test
    void setsItsWorkZeroAndKeepsItOverAReset() {
        host.ask("G0 X10 Y20");
        host.ask("G4P0");
        host.ask("G10 L20 P1 X0 Y0");
        host.sendRaw("\u0018");
        host.hearUntil(BANNER);

        assertThat(status()).contains("MPos:10.000,20.000,0.000").contains("WCO:10.000,20.000,0.000");
        host.ask("G0 X5");
        host.ask("G4P0");
        assertThat(firmware.truth().position().x()).isEqualTo(15);
    }

    private String status() {
        host.sendRaw("?");
        String line = host.next();
        while (!line.startsWith("<")) {
            line = host.next();
        }
        return line;
    }
}
