package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the tables of docs/gcode-safety.md against the code. When one is red, its message holds the table as it must be.
 */
class SafetyDocumentTest {

    @Test
    void listsTheCommandsAllowedOnPrinters() throws IOException {
        assertThat(document()).contains(allowed(GateProfile.Kind.FDM_PRINTER));
    }

    @Test
    void listsTheCommandsAllowedOnLasersAndMills() throws IOException {
        assertThat(document()).contains(allowed(GateProfile.Kind.LASER));
        assertThat(allowed(GateProfile.Kind.MILL)).isEqualTo(allowed(GateProfile.Kind.LASER));
    }

    @Test
    void listsTheKnownCommandsThatAreRefused() throws IOException {
        Map<Finding.Code, String> commands = new TreeMap<>();
        new TreeMap<>(RefusedCommands.reasons())
                .forEach((command, code) -> commands.merge(code, command, (all, one) -> all + " " + one));

        assertThat(document())
                .contains(commands.entrySet().stream()
                        .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void namesEveryFindingWithItsRemedy() throws IOException {
        assertThat(document())
                .contains(Arrays.stream(Finding.Code.values())
                        .map(code -> "| `" + code + "` | " + code.remedy() + " |\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void namesEveryReasonWithItsRemedy() throws IOException {
        assertThat(document())
                .contains(Arrays.stream(Sanitised.Reason.values())
                        .map(reason -> "| `" + reason + "` | " + reason.remedy() + " |\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void everyCommandOnAListIsReadBackFromItsName() {
        for (GateProfile.Kind kind : GateProfile.Kind.values()) {
            AllowList list = AllowList.of(kind);
            assertThat(list.lettersByName()).isNotEmpty().allSatisfy((name, letters) -> {
                Words words = Words.of(name);
                assertThat(list.letters(words.letter(0), words.code(0))).contains(letters);
            });
        }
    }

    private static String allowed(GateProfile.Kind kind) {
        return AllowList.of(kind).lettersByName().entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
                .collect(Collectors.joining());
    }

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("cosmofab.root", ".."), "docs", "gcode-safety.md"));
    }
}
