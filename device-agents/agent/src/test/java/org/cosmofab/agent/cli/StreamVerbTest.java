package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.simulated.SimulatedWorkshop;
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class StreamVerbTest {
    @TempDir
    Path directory;

    private SimulatedWorkshop workshop;
    private Path said;

    @BeforeEach
    void setUp() {
        said = directory.resolve("said");
        workshop = SimulatedWorkshop.open(
                directory.resolve("machines"),
                List.of(SimulatedWorkshop.Spec.parse("printer-1=marlin"), SimulatedWorkshop.Spec.parse("laser-1=grbl")),
                ScaledClock.startingNow(600));
    }

    @AfterEach
    void tearDown() {
        workshop.close();
    }

    @ParameterizedTest
    @CsvSource({"printer-1, true", "laser-1, false"})
    void findsOutWhoAnswersAndSendsEveryLine(String machine, boolean prints) throws Exception {
        Process process = stream(machine, prints ? print(20) : cut(20));

        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(said)).contains("done: ");
        assertThat(process.exitValue()).isZero();
        assertThat(SamplePrograms.moves(firmware(machine).truth().executed())).hasSize(20);
    }

    @Test
    void refusesAProgramBeforeItTouchesTheMachine() throws Exception {
        Path file = Files.writeString(directory.resolve("bad.nc"), "G21\nG1 X1 F100\nG1 X2 ! Y3\n");

        Process process = stream("laser-1", file);

        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(Files.readString(said)).contains("line 3", "nothing was sent");
        assertThat(firmware("laser-1").truth().executed()).isEmpty();
    }

    @Test
    void saysAtWhichLineAMachineRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("odd.nc"), "G21\nG90\nG1 X1 F100\nG77 X3\nG1 X2\n");

        Process process = stream("laser-1", file);

        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(said)).contains("failed at line 4");
    }

    @Test
    void stopsTheMachineWhenItIsToldToEnd() throws Exception {
        Process process = stream("laser-1", cut(20_000));
        Eventually.holds("it runs", () -> firmware("laser-1").truth().executed().size() > 50);

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).contains("observed stopped after");
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    void saysThatAMachineIsLostWhoseCableIsPulled() throws Exception {
        Process process = stream("laser-1", cut(20_000));
        Eventually.holds("it runs", () -> firmware("laser-1").truth().executed().size() > 50);

        workshop.unplug("laser-1");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
        assertThat(Files.readString(said)).contains("lost behind line", "go and look");
    }

    private SimulatedFirmware firmware(String machine) {
        return workshop.firmware(machine);
    }

    private Path print(int moves) throws Exception {
        return Files.write(
                directory.resolve("a.gcode"), SamplePrograms.print(moves).toBytes());
    }

    private Path cut(int moves) throws Exception {
        return Files.write(directory.resolve("a.nc"), SamplePrograms.cut(moves).toBytes());
    }

    private Process stream(String machine, Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "stream",
                "--port=" + workshop.device(machine),
                file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
