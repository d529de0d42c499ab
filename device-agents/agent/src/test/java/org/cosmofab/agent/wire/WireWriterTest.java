package org.cosmofab.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Event;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.domain.Telemetry;
import org.cosmofab.agent.domain.Use;
import org.cosmofab.bridge.machine.MachineStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WireWriterTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:15:04.250001Z");
    private static final MachineId PRINTER = new MachineId("printer-1");
    private static final AttemptId ATTEMPT = new AttemptId("0197d3a2-6f1c-7c11-9d54-2f6f0a7d1c01");
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final WireWriter writer = new WireWriter(new AgentId("bench-1"));

    static Stream<Happening> happenings() {
        return Stream.of(
                new Happening.AttemptAccepted(ATTEMPT, 7, PRINTER, HASH),
                new Happening.AttemptRefused(
                        ATTEMPT, 7, PRINTER, new Answer.Refused(Refusal.PROGRAM_UNSAFE, "é".repeat(5000))),
                new Happening.AttemptStarted(ATTEMPT, PRINTER, ""),
                new Happening.AttemptStarted(ATTEMPT, PRINTER, "M".repeat(500)),
                new Happening.MachineChanged(view(MachineStatus.State.WAITING_FOR_PERSON)),
                new Happening.AttemptsReported(
                        List.of(new Happening.OpenAttempt(ATTEMPT, PRINTER, 0)),
                        IntStream.range(0, 3000)
                                .mapToObj(i -> new AttemptId("a" + i))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void writesWhatTheContractAllows(Happening happening) {
        String message = writer.write(new Event(41, AT, happening));

        assertThat(WireContract.complaints("event", message)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void writesEveryEnd(Outcome outcome) throws Exception {
        Use use = new Use(AT, AT.plusSeconds(90), Duration.ofMillis(90_500), 12, 1.5, 0, 3.25);
        AttemptEnd end = new AttemptEnd(ATTEMPT, PRINTER, outcome, 14, 20, "why", use);

        String message = writer.write(new Event(41, AT, new Happening.AttemptEnded(end)));

        assertThat(WireContract.complaints("event", message)).isEmpty();
        JsonNode facts = new ObjectMapper().readTree(message).get("facts");
        assertThat(facts.get("machineSeconds").doubleValue()).isEqualTo(90.5);
        assertThat(facts.get("energySource").textValue()).isEqualTo("profile");
    }

    @ParameterizedTest
    @EnumSource(MachineStatus.State.class)
    void writesEveryState(MachineStatus.State state) {
        assertThat(WireContract.complaints("presence", writer.presence(true, AT, List.of(view(state)))))
                .isEmpty();
        assertThat(WireContract.complaints(
                        "event", writer.write(new Event(1, AT, new Happening.MachineChanged(view(state))))))
                .isEmpty();
        assertThat(WireContract.complaints("telemetry", writer.telemetry(telemetry(state, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void writesTelemetryOfARunAsTheGoldenOneIs() throws Exception {
        Telemetry.RunningAttempt run =
                new Telemetry.RunningAttempt(ATTEMPT, 812, 18411, Optional.of(Instant.parse("2026-03-02T10:01:00Z")));
        Telemetry moment = new Telemetry(
                PRINTER,
                Instant.parse("2026-03-02T09:20:00.500Z"),
                new MachineStatus(
                        MachineStatus.State.RUNNING,
                        AT,
                        "",
                        Map.of(
                                "nozzle", new MachineStatus.Temperature(214.8, 215),
                                "bed", new MachineStatus.Temperature(60.1, 60)),
                        Optional.of(new MachineStatus.Position(101.2, 88, 0.6)),
                        Optional.of(2400.0),
                        Optional.empty()),
                Optional.of(run));

        // Compared as numbers are meant, 88 and 88.0 alike.
        JsonNode written = new ObjectMapper().readTree(writer.telemetry(moment));
        JsonNode golden =
                new ObjectMapper().readTree(WireContract.text(WireContract.file("golden/telemetry.printing.json")));
        assertThat(written.equals(WireWriterTest::compareNumbers, golden))
                .as("%s%n%s", written, golden)
                .isTrue();
    }

    @Test
    void anEventHasTheSameTextEachTime() {
        Event event = new Event(41, AT, new Happening.AttemptAccepted(ATTEMPT, 7, PRINTER, HASH));

        assertThat(writer.write(event)).isEqualTo(writer.write(event)).contains("bench-1:41");
    }

    private static int compareNumbers(JsonNode one, JsonNode other) {
        boolean same =
                one.isNumber() && other.isNumber() ? one.doubleValue() == other.doubleValue() : one.equals(other);
        return same ? 0 : 1;
    }

    private static MachineView view(MachineStatus.State state) {
        return new MachineView(PRINTER, "print", "marlin", state, "x".repeat(3000), true);
    }

    private static Telemetry telemetry(MachineStatus.State state, Optional<Telemetry.RunningAttempt> run) {
        return new Telemetry(
                PRINTER,
                AT,
                new MachineStatus(state, AT, "", Map.of(), Optional.empty(), Optional.of(-0.0), Optional.of(-1.0)),
                run);
    }
}
