package org.cosmofab.bridge.marlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import org.cosmofab.bridge.machine.MachineStatus.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarlinReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ok                                              | Ok",
                "ok T:200.1 /200.0 B:60.0 /60.0 @:127 B@:40      | Ok",
                "ok N12 P15 B3                                   | Ok",
                "okay                                            | Other",
                "o\uFFFDk                                        | Other",
                "echo:ok                                         | Other",
                "Resend: 12                                      | Resend",
                "Resend:12                                       | Resend",
                "rs 12                                           | Resend",
                "Resend: 12x                                     | Other",
                "echo:busy: processing                           | Busy",
                "busy: paused for user                           | Busy",
                "wait                                            | Waiting",
                "waiting                                         | Other",
                "start                                           | Started",
                "echo:start                                      | Other",
                "Error:checksum mismatch, Last Line: 7           | Noise",
                "Error:Line Number is not Last Line Number+1, Last Line: 7 | Noise",
                "Error:No Checksum with line number, Last Line: 7 | Noise",
                "Error:Thermal Runaway, system stopped! Heater_ID: E0 | Halted",
                "Error:Printer halted. kill() called!            | Halted",
                "Error:!! KILL caused by KILL button             | Halted",
                "!! KILL caused by too much inactive time        | Halted",
                "Error:MAXTEMP triggered, system stopped!        | Halted",
                "Error:Printer stopped due to errors. Fix the error and use M999 to restart. | Halted",
                "Error:volume.init failed                        | Other",
                "echo:Unknown command: \"G999\"                  | UnknownCommand",
                "echo: cold extrusion prevented                  | Other",
                "//action:cancel                                 | HostAction",
                "// action:shutdown now                          | HostAction",
                " T:20.1 /0.0 B:20.0 /0.0 @:0 B@:0               | Other"
            })
    void readsEachLineByItsMeaning(String line, String kind) {
        assertThat(MarlinReply.parse(line).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void knowsTheAnswerToAQuestionForTemperatures() {
        assertThat(MarlinReply.parse("ok T:20.1 /0.0")).isEqualTo(new MarlinReply.Ok("ok T:20.1 /0.0", true));
        assertThat(MarlinReply.parse("ok")).isEqualTo(new MarlinReply.Ok("ok", false));
    }

    @Test
    void tellsWhomABusyFirmwareWaitsFor() {
        assertThat(((MarlinReply.Busy) MarlinReply.parse("echo:busy: paused for user")).forPerson())
                .isTrue();
        assertThat(((MarlinReply.Busy) MarlinReply.parse("echo:busy: processing")).forPerson())
                .isFalse();
    }

    @Test
    void readsTemperaturesOfNozzleAndBed() {
        assertThat(MarlinReadings.temperatures("ok T:199.87 /200.00 B:60.01 /60.00 T0:199.87 /200.00 @:64 B@:20"))
                .containsOnly(entry("nozzle", new Temperature(199.87, 200)), entry("bed", new Temperature(60.01, 60)));
        assertThat(MarlinReadings.temperatures("FIRMWARE_NAME:Marlin SOURCE:github.com/x T:1"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"echo:Print time: 0s,0", "echo:Print time: 2m 5s,125", "echo:Print time: 1d 2h 3m 4s,93784"})
    void readsThePrintTimer(String line, long seconds) {
        assertThat(MarlinReadings.printTime(line)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Resend: 99999999999999999999", "\u0000", "T:/", "Cap:", "//action:", "Error:"})
    void readsAnything(String line) {
        assertThat(MarlinReply.parse(line)).isNotNull();
        assertThat(MarlinReadings.temperatures(line)).isEmpty();
    }

    @Test
    void numbersLinesWithTheChecksumThatMarlinComputes() {
        NumberedLines lines = new NumberedLines();
        lines.restart();
        int first = lines.add("G28");

        assertThat(new String(lines.frame(0), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("N0 M110 N0*125\n");
        assertThat(new String(lines.frame(first), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("N1 G28*18\n");
    }

    @Test
    void holdsTheLastHundredLines() {
        NumberedLines lines = new NumberedLines();
        lines.restart();
        for (int i = 1; i <= 150; i++) {
            lines.add("G1 X" + i);
        }

        assertThat(lines.holds(151)).isFalse();
        assertThat(lines.holds(51)).isTrue();
        assertThat(lines.command(51)).isEqualTo("G1 X51");
        assertThat(lines.holds(50)).isFalse();
    }
}
