package org.cosmofab.orchestrator.machines.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads what the contract says every reader must understand, and refuses what it says every reader must refuse. */
class WireFormTest {
    private static final Path GOLDEN = Path.of(System.getProperty("cosmofab.root"), "device-agents/wire/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyGoldenMessageIsUnderstood() {
        return messages(GOLDEN)
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThatCode(() -> read(file)).doesNotThrowAnyException()));
    }

    @TestFactory
    Stream<DynamicTest> everyInvalidMessageIsRefused() {
        return messages(GOLDEN.resolve("invalid"))
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalArgumentException.class)));
    }

    @Test
    void theMessagesAreThere() {
        assertThat(messages(GOLDEN)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(messages(GOLDEN.resolve("invalid"))).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void aRefusalNamesThePlace() {
        assertThatThrownBy(
                        () -> Presence.of(
                                json(
                                        "{'wire':1,'agent':'a','online':true,'since':'2026-03-02T08:00:00Z',"
                                                + "'machines':[{'machine':'m','process':'print','dialect':'marlin','state':'idle','cleared':1}]}")))
                .hasMessage("presence.machines[0].cleared is not true or false: 1");
        assertThatThrownBy(() -> Telemetry.of(json("[]"))).hasMessage("telemetry is not an object");
        assertThatThrownBy(() -> Telemetry.of(json("{'wire':1,'agent':'a','machine':'m','at':'2026-02-31T25:00:00Z',"
                        + "'state':'idle','temperatures':{}}")))
                .hasMessageStartingWith("telemetry.at is no time");
    }

    @Test
    void aPrintingMachineIsReadInFull() throws IOException {
        Telemetry telemetry =
                Telemetry.of(JSON.readTree(Files.readAllBytes(GOLDEN.resolve("telemetry.printing.json"))));

        LiveState live = telemetry.after(LiveState.unheard(Instant.EPOCH));

        assertThat(telemetry.machine()).isEqualTo(new MachineId("printer-1"));
        assertThat(live.state()).isEqualTo(LiveState.State.RUNNING);
        assertThat(live.heardAt()).isEqualTo(Instant.parse("2026-03-02T09:20:00.500Z"));
        assertThat(live.attempt().orElseThrow()).hasToString("0197d3a2-6f1c-7c11-9d54-2f6f0a7d1c01");
        assertThat(live.line()).isEqualTo(812);
        assertThat(live.lines()).isEqualTo(18411);
        assertThat(live.fraction()).isBetween(0.0441, 0.0442);
        assertThat(live.etaAt()).contains(Instant.parse("2026-03-02T10:01:00Z"));
        assertThat(live.temperatures())
                .containsEntry("nozzle", new LiveState.Temperature(214.8, 215))
                .containsEntry("bed", new LiveState.Temperature(60.1, 60));
        assertThat(live.feedMmPerMinute()).contains(2400.0);
        assertThat(live.beamPower()).isEmpty();
    }

    private static Stream<Path> messages(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> ours = files.filter(
                            file -> file.getFileName().toString().matches("(presence|telemetry)\\..*\\.json"))
                    .sorted()
                    .toList();
            return ours.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(Path file) throws IOException {
        JsonNode message = JSON.readTree(Files.readAllBytes(file));
        return file.getFileName().toString().startsWith("presence") ? Presence.of(message) : Telemetry.of(message);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
