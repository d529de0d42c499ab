package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.simulated.SimulatedWorkshop;
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.time.ScaledClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb as a person types it, on real pseudo-terminals with simulated machines behind them. */
class StreamVerbTest {
    private static final String LASER = "G21\nG90\nM4 S0\nG1 X20 Y20 S200 F6000\nG1 X0 Y0\nM5\n";
    private static final String PRINT = "G28\nG90\nM83\nM104 S200\nM140 S60\nM190 S60\nM109 S200\n"
            + "G1 X20 Y20 Z0.3 F3000\nG1 X40 Y20 E1.2\nM104 S0\nM140 S0\nM107\n";

    @TempDir
    Path directory;

    private final ScaledClock clock = ScaledClock.startingNow(600);
    private SimulatedWorkshop workshop;

    @BeforeEach
    void open() throws IOException {
        workshop = SimulatedWorkshop.open(
                directory,
                List.of(SimulatedWorkshop.Spec.parse("printer=marlin"), SimulatedWorkshop.Spec.parse("laser=grbl")),
                clock);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @CsvSource({"printer, auto", "laser, auto", "printer, marlin", "laser, grbl"})
    void streamsAFileToItsEnd(String machine, String firmware) throws Exception {
        Run run = stream(machine, machine.equals("printer") ? PRINT : LASER, "--firmware", firmware);

        assertThat(run.end()).as(run.said()).isZero();
        assertThat(run.said()).contains("100 %", "done: " + (machine.equals("printer") ? 12 : 6) + " lines");
    }

    @Test
    void refusesAFileOfStrangersBeforeAnythingIsSent() throws Exception {
        Run run = stream("laser", "G21\n; ok\nG1 X1 Y1 F100 !\n$RST=*\nM3 S9999999\n");

        assertThat(run.end()).isEqualTo(StreamVerb.REFUSED);
        assertThat(run.said()).contains(":3: ", ":4: ", ":5: ", "refused: nothing was sent");
        assertThat(run.said()).doesNotContain("Grbl 1.1");
    }

    @Test
    void refusesAProgramForAnotherKindOfMachine() throws Exception {
        Run run = stream("laser", PRINT);

        assertThat(run.end()).as(run.said()).isEqualTo(StreamVerb.REFUSED);
    }

    @Test
    void endsCleanlyOnCtrlC() throws Exception {
        StringBuilder longCut = new StringBuilder("G21\nG90\nM4 S0\nF600\n");
        for (int i = 0; i < 4000; i++) {
            longCut.append("G1 X")
                    .append(i % 2 * 300)
                    .append(" Y")
                    .append(i % 400)
                    .append(" S100 F600\n");
        }
        Run run = stream("laser", longCut + "M5\n");
        Eventually.holds("it runs", () -> run.said().contains(" line "), run::said);

        new ProcessBuilder("kill", "-INT", String.valueOf(run.process.pid()))
                .start()
                .waitFor();

        assertThat(run.end()).as(run.said()).isEqualTo(StreamVerb.CANCELLED);
        assertThat(run.said()).contains("cancelled after line", "seen to stop");
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        Run run = stream("nobody", LASER);

        assertThat(run.end()).isEqualTo(StreamVerb.LOST);
        assertThat(run.said()).contains("no contact: there is no port");
    }

    @ParameterizedTest
    @CsvSource({"--port,tcp:here:99999", "--firmware,klipper", "--baud,fast"})
    void namesTheOptionThatIsWrong(String option, String value) throws Exception {
        Run run = stream("laser", LASER, option, value);

        assertThat(run.end()).isEqualTo(2);
        assertThat(run.said()).contains(option).doesNotContain("\tat ");
    }

    @Test
    void saysThatTheFileIsNoProgram() throws Exception {
        Run run = stream("laser", "");

        assertThat(run.end()).isEqualTo(StreamVerb.REFUSED);
        assertThat(run.said()).contains("is empty");
    }

    private Run stream(String machine, String program, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("program.gcode"), program);
        Path said = directory.resolve("said");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "stream"));
        if (!List.of(options).contains("--port")) {
            command.addAll(List.of("--port", directory.resolve(machine).toString()));
        }
        command.addAll(List.of(options));
        command.add(file.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(clock.toEnvironment());
        return new Run(builder.start(), said);
    }

    private record Run(Process process, Path output) {
        int end() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
            return process.exitValue();
        }

        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                return "";
            }
        }
    }
}
