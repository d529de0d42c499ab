package org.cosmofab.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cosmofab.agent.domain.Command;
import org.cosmofab.agent.domain.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireContractTest {
    private final WireReader reader = new WireReader();

    @ParameterizedTest
    @MethodSource("golden")
    void everyGoldenMessageKeepsItsSchema(Path message) {
        assertThat(WireContract.complaints(WireContract.schemaOf(message), WireContract.text(message)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void everyInvalidMessageBreaksItsSchema(Path message) {
        assertThat(WireContract.complaints(WireContract.schemaOf(message), WireContract.text(message)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldenCommands")
    void theAgentUnderstandsEveryGoldenCommand(Path message) {
        Command command = reader.read(bytes(WireContract.text(message)));

        String word = command.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        assertThat(message.getFileName().toString()).contains(word);
    }

    @ParameterizedTest
    @MethodSource("invalidCommands")
    void theAgentRefusesEveryInvalidCommandAndSaysWhere(Path message) {
        assertThatThrownBy(() -> reader.read(bytes(WireContract.text(message))))
                .isInstanceOf(WireMalformed.class)
                .hasMessageMatching("(?s).*\\w+.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"wire\":1}", "{\"wire\":1} {\"wire\":1}"})
    void theAgentRefusesWhatIsNoMessage(String message) {
        assertThatThrownBy(() -> reader.read(bytes(message))).isInstanceOf(WireMalformed.class);
    }

    @Test
    void theAgentRefusesAFieldGivenTwice() {
        String golden = WireContract.text(WireContract.file("golden/command.machine-clear.json"));
        String twice =
                golden.replace("\"machine\": \"printer-1\"", "\"machine\": \"laser-1\", \"machine\": \"printer-1\"");
        assertThat(twice).isNotEqualTo(golden);

        assertThatThrownBy(() -> reader.read(bytes(twice)))
                .isInstanceOf(WireMalformed.class)
                .hasMessageContaining("machine");
    }

    @Test
    void theAgentRefusesAMessageWithoutEnd() {
        assertThatThrownBy(() -> reader.read(new byte[WireReader.MESSAGE_BYTES_MAX + 1]))
                .isInstanceOf(WireMalformed.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void everyTypeOfMessageHasAGoldenOne() throws Exception {
        Set<String> types = new TreeSet<>();
        for (Path message : golden().toList()) {
            JsonNode node = new ObjectMapper().readTree(message.toFile());
            types.add(node.has("type") ? node.get("type").asText() : WireContract.schemaOf(message));
        }
        Set<String> inSchemas = new TreeSet<>(Set.of("presence", "telemetry"));
        for (String schema : List.of("event", "command")) {
            JsonNode node = new ObjectMapper()
                    .readTree(WireContract.file("schemas/" + schema + ".schema.json")
                            .toFile());
            node.get("$defs").forEach(def -> {
                JsonNode type = def.at("/properties/type/const");
                if (!type.isMissingNode()) {
                    inSchemas.add(type.asText());
                }
            });
        }
        assertThat(types).isEqualTo(inSchemas);
    }

    @Test
    void refusalsAreTheContractsInItsOrder() throws Exception {
        JsonNode codes = new ObjectMapper()
                .readTree(WireContract.file("schemas/event.schema.json").toFile())
                .at("/$defs/attemptRefused/properties/code/enum");
        List<String> inSchema = new ArrayList<>();
        codes.forEach(code -> inSchema.add(code.asText()));

        assertThat(Stream.of(Refusal.values()).map(Refusal::code)).isEqualTo(inSchema);
        String readme = WireContract.text(WireContract.file("README.md"));
        assertThat(readme)
                .containsSubsequence(
                        inSchema.stream().map(code -> "| `" + code + "` |").toList());
    }

    @Test
    void theAsyncApiNamesEverySchemaAndTopic() {
        String asyncapi = WireContract.text(WireContract.file("asyncapi.yaml"));

        for (String name : List.of("presence", "telemetry")) {
            assertThat(asyncapi)
                    .contains("$ref: schemas/" + name + ".schema.json", "address: cosmofab/v1/agents/{agent}/" + name);
        }
        for (String name : List.of("event", "command")) {
            assertThat(asyncapi)
                    .contains(
                            "$ref: schemas/" + name + ".schema.json",
                            "address: cosmofab/v1/agents/{agent}/" + name + "s");
        }
    }

    static Stream<Path> golden() {
        return WireContract.golden("golden", "");
    }

    static Stream<Path> invalid() {
        return WireContract.golden("golden/invalid", "");
    }

    static Stream<Path> goldenCommands() {
        return WireContract.golden("golden", "command.");
    }

    static Stream<Path> invalidCommands() {
        return WireContract.golden("golden/invalid", "command.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
