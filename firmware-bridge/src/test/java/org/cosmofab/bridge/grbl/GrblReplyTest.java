package org.cosmofab.bridge.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.cosmofab.bridge.machine.MachineStatus.Position;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.time.Ticker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrblReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ok                            ; Ok",
                ">G54:ok                       ; Other",
                "ok ok                         ; Other",
                "o*                            ; Other",
                "error:20                      ; Error",
                "error:x                       ; Other",
                "ALARM:2                       ; Alarm",
                "Grbl 1.1h ['$' for help]      ; Banner",
                "GrblHAL 1.1f ['$' for help]   ; Banner",
                "[MSG:Grbl is here]            ; Other",
                "[GC:G0 G54 G17 G21]           ; Modes",
                "<Idle>                        ; Status",
                "<Run;MPos:1.0,2.0,3.0         ; Other"
            })
    void readsEachLineByItsMeaning(String both) {
        String[] parts = both.split(" *; ");
        assertThat(GrblReply.parse(parts[0].replace(';', '|')).getClass().getSimpleName())
                .isEqualTo(parts[1]);
    }

    @Test
    void readsAStatusReport() {
        GrblReport report = GrblReport.parse("<Hold:0|MPos:1.500,-2.000,0.000|FS:500,8000|Ov:100,100,100>");

        assertThat(report.state()).isEqualTo("Hold");
        assertThat(report.isStill()).isTrue();
        assertThat(report.machine()).contains(new Position(1.5, -2, 0));
        assertThat(report.feed()).contains(500.0);
        assertThat(report.speed()).contains(8000.0);
        assertThat(report.offset()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<>", "<|>", "<Idle|MPos:>", "<Idle|MPos:1,2>", "<Idle|MPos:a,b,c|FS:>", "<:::|F:x>"})
    void readsAnyReport(String line) {
        assertThat(GrblReport.parse(line).machine()).isEmpty();
    }

    @Test
    void keepsTheWorkOffsetThatIsToldOnlyNowAndThen() {
        GrblBoard board = new GrblBoard(Clock.systemUTC(), Ticker.system(), Duration.ofSeconds(5));

        board.heard(GrblReply.parse("<Run|MPos:10.000,10.000,0.000|FS:500,0|WCO:4.000,3.000,-1.000>"));
        board.heard(GrblReply.parse("<Run|MPos:12.000,10.000,0.000|FS:500,0>"));

        assertThat(board.status().position()).contains(new Position(8, 7, 1));
        assertThat(board.status().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void doesNotTakeIdleForTheEndOfARun() {
        GrblBoard board = new GrblBoard(Clock.systemUTC(), Ticker.system(), Duration.ofSeconds(5));
        board.runs(true);

        board.heard(GrblReply.parse("<Idle|MPos:0.000,0.000,0.000|FS:0,0>"));

        assertThat(board.status().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void takesTheWindowFromTheBoardsBuffer() {
        GrblSettings small = GrblSettings.of(
                List.of("[VER:1.1h.20190830:]", "[OPT:V,15,128]", "ok"), List.of("$30=1000", "$32=1", "ok"));
        GrblSettings large = GrblSettings.of(
                List.of("[VER:1.1f.20260817:]", "[OPT:VNML+,100,1024,3,0]", "[FIRMWARE:grblHAL]", "ok"), List.of());

        assertThat(small.windowBytes()).isEqualTo(127);
        assertThat(small.isLaser()).isTrue();
        assertThat(small.identity().version()).isEqualTo("1.1h.20190830");
        assertThat(small.identity().capabilities()).containsEntry("$30", "1000").containsEntry("OPT", "V");
        assertThat(large.windowBytes()).isEqualTo(1023);
        assertThat(large.identity().name()).isEqualTo("grblHAL");
        assertThat(large.isLaser()).isFalse();
    }

    @Test
    void neverLetsMoreBytesGoThanTheWindowHolds() {
        CharacterWindow window = new CharacterWindow(20);
        window.add("G1X10Y10");

        assertThat(window.hasRoomFor("G1 X20 Y20")).isTrue();
        window.add("G1X20Y20");
        assertThat(window.hasRoomFor("M5")).isFalse();
        window.remove("G1X10Y10");
        assertThat(window.hasRoomFor("M5")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "G10 L20 P1 X0,true",
        "G54,true",
        "G21 G55,true",
        "G28,true",
        "G28.1,true",
        "G30,true",
        "G2 X1 Y1 I5 J4,false",
        "G1 X10,false",
        "G1 Y54,false",
        "G0 X28,false"
    })
    void sendsWhatTouchesTheSettingsMemoryAlone(String line, boolean alone) {
        assertThat(CharacterWindow.mustGoAlone(line)).isEqualTo(alone);
        assertThat(CharacterWindow.mustGoAlone(line.replace(" ", ""))).isEqualTo(alone);
    }
}
