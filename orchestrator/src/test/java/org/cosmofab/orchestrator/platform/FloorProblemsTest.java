package org.cosmofab.orchestrator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.machines.MachineRefusal;
import org.cosmofab.orchestrator.materials.MaterialRefusal;
import org.cosmofab.orchestrator.members.domain.MembersRefusal;
import org.junit.jupiter.api.Test;

/** Each kind of problem of these rooms has its section, in the order of precedence, and no section is left over. */
class FloorProblemsTest {
    private static final Path PAGE = Path.of(System.getProperty("cosmofab.root"), "docs/problems-floor.md");

    @Test
    void everyKindIsDescribedInItsOrder() throws IOException {
        assertThat(sections())
                .containsExactlyElementsOf(Stream.of(
                                Arrays.stream(EdgeProblem.values()).map(EdgeProblem::slug),
                                slugs(MembersRefusal.values()),
                                slugs(MachineRefusal.values()),
                                slugs(MaterialRefusal.values()))
                        .flatMap(slugs -> slugs)
                        .toList());
    }

    @Test
    void everySectionTellsCauseRemedyAndExample() throws IOException {
        String page = Files.readString(PAGE);
        for (String section : page.split("(?m)^## ")) {
            if (!section.isBlank()) {
                assertThat(section).contains("Status ", "*Cause*: ", "*Remedy*: ", "*Example*: ");
            }
        }
    }

    private static Stream<String> slugs(Refusal.Kind... kinds) {
        return Arrays.stream(kinds).map(Refusal.Kind::slug);
    }

    private static List<String> sections() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }
}
