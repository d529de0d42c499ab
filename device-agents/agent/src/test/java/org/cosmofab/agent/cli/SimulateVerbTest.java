package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateVerbTest {
    @TempDir
    Path directory;

    private final ScaledClock clock = ScaledClock.startingNow(600);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runsMachinesInAProcessOfItsOwnUntilThatIsEnded(boolean detached) throws Exception {
        Process process = simulate(detached);
        Path device = directory.resolve("printer-1");
        try (MachineDriver printer = MarlinDriver.over(SerialWire.opener(device.toString(), 115_200), clock)) {
            Eventually.holds("the device is there", () -> Files.exists(device));
            printer.connect();
            RunOutcome outcome = printer.run(SamplePrograms.print(10), (done, total, status) -> {});

            assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
            assertThat(outcome.facts().machineTime().toSeconds()).isBetween(100L, 150L);
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(device).doesNotExist();
    }

    @Test
    void endsWhenItsInputEnds() throws Exception {
        Process process = simulate(false);
        Eventually.holds("the device is there", () -> Files.exists(directory.resolve("printer-1")));

        process.getOutputStream().close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Process simulate(boolean detached) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "simulate",
                "--directory=" + directory,
                "printer-1=marlin");
        if (detached) {
            builder.command().addAll(List.of("--detached"));
        }
        builder.environment().putAll(clock.toEnvironment());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
