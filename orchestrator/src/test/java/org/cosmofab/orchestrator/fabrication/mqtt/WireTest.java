package org.cosmofab.orchestrator.fabrication.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outcome;
import org.cosmofab.orchestrator.fabrication.domain.RefusalCode;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.wire.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This side of device-agents/wire: reads its golden messages, refuses the invalid ones, and writes what its schemas allow. */
class WireTest {
    private static final Path WIRE =
            Path.of(System.getProperty("cosmofab.root", "..")).resolve("device-agents/wire");
    private static final AttemptId ATTEMPT = AttemptId.of("0197d3a2-6f1c-7c11-9d54-2f6f0a7d1c01");

    private final WireReader reader = new WireReader();
    private final WireWriter writer = new WireWriter();

    @ParameterizedTest
    @MethodSource
    void goldenEventsAreRead(Path file) throws IOException {
        assertThat(reader.event(Files.readAllBytes(file)).what()).isNotInstanceOf(AgentReport.Unreadable.class);
    }

    @ParameterizedTest
    @MethodSource
    void goldenPresenceIsRead(Path file) throws IOException {
        assertThat(reader.presence(Files.readAllBytes(file)).agent()).isEqualTo(Samples.BENCH);
    }

    @ParameterizedTest
    @MethodSource
    void invalidEventsAreNeverTakenForOthers(Path file) throws IOException {
        byte[] payload = Files.readAllBytes(file);
        try {
            assertThat(reader.event(payload).what()).isInstanceOf(AgentReport.Unreadable.class);
        } catch (Malformed refused) {
            assertThat(refused).hasMessageMatching(".*(agent|sequence|occurredAt).*");
        }
    }

    @ParameterizedTest
    @MethodSource
    void invalidPresenceIsRefused(Path file) throws IOException {
        byte[] payload = Files.readAllBytes(file);

        assertThatThrownBy(() -> reader.presence(payload)).isInstanceOf(Malformed.class);
    }

    @Test
    void anEndIsReadWithItsFacts() throws IOException {
        AgentReport report = reader.event(golden("event.attempt-ended-failed.json"));

        assertThat(report.agent()).isEqualTo(Samples.BENCH);
        assertThat(report.sequence()).isEqualTo(54);
        assertThat(report.occurredAt()).isEqualTo("2026-03-02T09:15:04.250Z");
        assertThat(report.what())
                .isEqualTo(new AgentReport.Ended(
                        ATTEMPT,
                        Outcome.FAILED,
                        120,
                        941,
                        "error:22, the feed rate is not set",
                        new AgentReport.Facts(
                                Instant.parse("2026-03-02T09:15:04.250Z"),
                                Instant.parse("2026-03-02T10:02:11.750Z"),
                                2827.5,
                                118,
                                0,
                                310.5,
                                3.1,
                                true)));
    }

    @Test
    void whatAnAgentKnowsIsRead() throws IOException {
        assertThat(reader.event(golden("event.attempts-reported.json")).what())
                .isEqualTo(new AgentReport.Known(
                        List.of(new AgentReport.OpenAttempt(ATTEMPT, 812)),
                        Set.of(AttemptId.of("0197d3a2-6f1c-7c11-9d54-2f6f0a7d1c00"))));
    }

    @Test
    void aMachinesStateIsRead() throws IOException {
        assertThat(reader.event(golden("event.machine-changed.json")).what())
                .isEqualTo(new AgentReport.MachineState(
                        Samples.LASER, LiveState.State.ALARM, "ALARM:1, hard limit", false));
    }

    @Test
    void everyRefusalCodeOfTheContractIsKnown() throws IOException {
        for (RefusalCode code : RefusalCode.values()) {
            AgentReport report = reader.event(golden("event.attempt-refused-" + code.word() + ".json"));

            assertThat(((AgentReport.Refused) report.what()).code()).isEqualTo(code);
        }
    }

    @Test
    void theLastWillSaysThatTheAgentIsAway() throws IOException {
        assertThat(reader.presence(golden("presence.last-will.json"))).isEqualTo(new Presence(Samples.BENCH, false));
        assertThat(reader.presence(golden("presence.online.json"))).isEqualTo(new Presence(Samples.BENCH, true));
    }

    @Test
    void anAttemptThatCannotBeOursIsReadAsUnknown() {
        String other =
                "{\"wire\":1,\"agent\":\"bench-1\",\"sequence\":4,\"id\":\"x\",\"occurredAt\":\"2026-03-02T09:15:04Z\","
                        + "\"type\":\"attempt.started\",\"attempt\":\"job:7\",\"machine\":\"laser-1\",\"firmware\":\"Grbl 1.1h\"}";

        assertThat(reader.event(other.getBytes(StandardCharsets.UTF_8)).what())
                .isEqualTo(new AgentReport.Started(new AttemptId(new UUID(0, 0)), "Grbl 1.1h"));
    }

    @Test
    void whatAFirmwareSaysIsReadWithoutItsControlCharacters() throws IOException {
        String ended = new String(golden("event.attempt-ended-failed.json"), StandardCharsets.UTF_8)
                .replace("error:22, the feed", "\\u0000error:22,\\u001b the\\r\\nfeed\\u0085");

        AgentReport report = reader.event(ended.getBytes(StandardCharsets.UTF_8));

        assertThat(((AgentReport.Ended) report.what()).reason()).isEqualTo("error:22,  the  feed  rate is not set");
    }

    @Test
    void aControlCharacterElsewhereMakesAnEventUnreadableAndItIsKept() {
        String started =
                "{\"wire\":1,\"agent\":\"bench-1\",\"sequence\":4,\"id\":\"x\",\"occurredAt\":\"2026-03-02T09:15:04Z\","
                        + "\"type\":\"attempt.started\",\"attempt\":\"job:7\",\"machine\":\"laser-1\",\"firmware\":\"Grbl\\u0000\"}";

        AgentReport report = reader.event(started.getBytes(StandardCharsets.UTF_8));

        assertThat(report.sequence()).isEqualTo(4);
        assertThat(report.what()).isEqualTo(new AgentReport.Unreadable(started, "firmware holds a control character"));
    }

    @ParameterizedTest
    @MethodSource
    void everyCommandIsWrittenAsTheSchemaSays(Command.What what) {
        Command command = new Command(
                UUID.fromString("0197d3a2-7000-7a00-8000-00000000c001"),
                Samples.BENCH,
                Instant.parse("2026-11-23T06:25:00.000001Z"),
                what);

        assertThat(faults(writer.command(command, Instant.parse("2026-11-23T06:20:00.125Z"))))
                .isEmpty();
    }

    @Test
    void anAssignmentIsWrittenAsTheGoldenOne() throws IOException {
        Command assign = new Command(
                UUID.fromString("0197d3a2-7000-7a00-8000-00000000c001"),
                Samples.BENCH,
                Instant.parse("2026-11-23T06:25:00Z"),
                new Command.Assign(
                        ATTEMPT,
                        7,
                        Samples.PRINTER,
                        new ProgramHash("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                        412233));

        String written =
                new String(writer.command(assign, Instant.parse("2026-11-23T06:20:00.125Z")), StandardCharsets.UTF_8);

        assertThat(written)
                .isEqualTo(new String(golden("command.attempt-assign.json"), StandardCharsets.UTF_8)
                        .replaceAll("\\s", ""));
    }

    @Test
    void reportsAreAskedForAndEventsAcknowledgedAsTheSchemaSays() {
        UUID id = new UUID(1, 2);
        Instant now = Instant.parse("2026-11-23T06:20:00Z");

        assertThat(faults(writer.report(id, now))).isEmpty();
        assertThat(faults(writer.acknowledge(id, now, 41))).isEmpty();
        assertThat(faults(writer.acknowledge(id, now, 0))).isNotEmpty();
    }

    static Stream<Path> goldenEventsAreRead() throws IOException {
        return files("golden", "event.");
    }

    static Stream<Path> goldenPresenceIsRead() throws IOException {
        return files("golden", "presence.");
    }

    static Stream<Path> invalidEventsAreNeverTakenForOthers() throws IOException {
        return files("golden/invalid", "event.");
    }

    static Stream<Path> invalidPresenceIsRefused() throws IOException {
        return files("golden/invalid", "presence.");
    }

    static Stream<Command.What> everyCommandIsWrittenAsTheSchemaSays() {
        return Stream.of(
                new Command.Assign(ATTEMPT, 1, Samples.LASER, new ProgramHash("0".repeat(64)), 1),
                new Command.Cancel(ATTEMPT, "ada"),
                new Command.Pause(ATTEMPT),
                new Command.Resume(ATTEMPT),
                new Command.Clear(Samples.LASER, "ada"),
                new Command.Stop(Samples.LASER, "ada"));
    }

    private static Stream<Path> files(String folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(WIRE.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
        }
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(WIRE.resolve("golden").resolve(name));
    }

    private static List<?> faults(byte[] message) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(WIRE.resolve("schemas/command.schema.json")), InputFormat.JSON);
            return schema.validate(new String(message, StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
