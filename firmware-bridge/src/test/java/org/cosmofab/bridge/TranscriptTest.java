package org.cosmofab.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.bridge.testing.Eventually.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.grbl.GrblTiming;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.marlin.MarlinTiming;
import org.cosmofab.bridge.simulated.Faults;
import org.cosmofab.bridge.simulated.GrblProfile;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.simulated.SimulatedGrbl;
import org.cosmofab.bridge.simulated.SimulatedMarlin;
import org.cosmofab.bridge.testing.Conversation;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.testing.ScriptedMachine;
import org.cosmofab.bridge.testing.Transcript;
import org.cosmofab.bridge.testing.Transcript.Kind;
import org.cosmofab.bridge.testing.Transcript.Step;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.MemoryWire;
import org.cosmofab.bridge.wire.WireOpener;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversations as they are written down, replayed against the driver and against the simulated firmware. */
@Timeout(60)
class TranscriptTest {
    private final ScaledClock clock = ScaledClock.startingNow(1000);

    static Stream<Path> transcripts() throws IOException {
        Path root =
                Path.of(System.getProperty("cosmofab.root", ".."), "firmware-bridge/src/test/resources/transcripts");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theDriverKeepsToIt(Path file) {
        Transcript transcript = Transcript.read(file);
        MemoryWire.Pair pair = MemoryWire.pair("transcript");
        ScriptedMachine machine = ScriptedMachine.start(transcript, pair);
        try (MachineDriver driver = driver(file, pair::host)) {
            driver.connect();

            RunOutcome outcome =
                    driver.run(SamplePrograms.safe(transcript.program(), dialect(file)), (done, total, status) -> {});

            assertThat(machine.complaint()).isEmpty();
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(transcript.outcome());
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theSimulatedFirmwareKeepsToIt(Path file) {
        SimulatedFirmware firmware = dialect(file) == Dialect.MARLIN
                ? new SimulatedMarlin(clock)
                : new SimulatedGrbl(clock, GrblProfile.laserCutter());
        try (Conversation host = Conversation.with(firmware)) {
            List<Step> steps = Transcript.read(file).steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).kind() == Kind.FAULT) {
                    arm(
                            steps.get(i).text(),
                            firmware.faults().atLine(steps.get(i + 1).text()));
                } else {
                    play(steps.get(i), i > 0 && steps.get(i - 1).text().equals("..."), host);
                }
            }
        }
    }

    private static void play(Step step, boolean mayWait, Conversation host) {
        switch (step.kind()) {
            case HOST -> say(step.text(), host);
            case STATUS -> holds("status " + step.text(), () -> state(host).equals(stateOf(step.text())));
            default -> {
                if (!step.text().equals("...")) {
                    expect(step.text(), mayWait, host);
                }
            }
        }
    }

    private static void say(String text, Conversation host) {
        switch (text) {
            case "^X" -> host.sendRaw("\u0018");
            case "^D" -> host.sendRaw("\u0084");
            case "!", "~" -> host.sendRaw(text);
            default -> host.send(text);
        }
    }

    private static void expect(String text, boolean mayWait, Conversation host) {
        String said = host.next();
        while (mayWait && !said.equals(text)) {
            said = host.next();
        }
        assertThat(said).isEqualTo(text);
    }

    private static String state(Conversation host) {
        host.sendRaw("?");
        String line = host.next();
        while (!line.startsWith("<")) {
            line = host.next();
        }
        return stateOf(line);
    }

    private static String stateOf(String report) {
        return report.substring(0, report.indexOf('|'));
    }

    private static void arm(String fault, Faults.Occasion occasion) {
        switch (fault) {
            case "loseOk" -> occasion.loseOk();
            case "loseLine" -> occasion.loseLine();
            case "corruptLine" -> occasion.corruptLine();
            case "resendTwice" -> occasion.resendTwice();
            case "resendWithoutOk" -> occasion.resendWithoutOk();
            case "criticalAlarm" -> occasion.criticalAlarm();
            case "thermalRunaway" -> occasion.thermalRunaway();
            default -> throw new IllegalArgumentException("no such fault: " + fault);
        }
    }

    private MachineDriver driver(Path file, WireOpener opener) {
        if (dialect(file) == Dialect.GRBL) {
            return new GrblDriver(
                    opener,
                    clock,
                    Ticker.system(),
                    new GrblTiming(
                            Duration.ofSeconds(10),
                            Duration.ofMillis(20),
                            Duration.ofSeconds(3),
                            Duration.ofMillis(30),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(3)));
        }
        return new MarlinDriver(
                opener,
                clock,
                Ticker.system(),
                new MarlinTiming(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(3)));
    }

    private static Dialect dialect(Path file) {
        return file.getParent().getFileName().toString().equals("marlin") ? Dialect.MARLIN : Dialect.GRBL;
    }
}
