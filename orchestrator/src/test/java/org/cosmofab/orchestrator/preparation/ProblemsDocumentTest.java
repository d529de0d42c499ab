package org.cosmofab.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.CatalogRefusal;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.machines.MachineRefusal;
import org.cosmofab.orchestrator.materials.MaterialRefusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal is described, with the status that it is answered with. */
class ProblemsDocumentTest {

    static Stream<Refusal.Kind> kinds() {
        return Stream.<Refusal.Kind[]>of(
                        PreparationRefusal.values(),
                        CatalogRefusal.values(),
                        MachineRefusal.values(),
                        MaterialRefusal.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void describesCauseRemedyAndExample(Refusal.Kind kind) throws Exception {
        String section = section(kind.slug());
        assertThat(section).contains("Status " + status(kind.category()), "*Cause*: ", "*Remedy*: ", "*Example*: ");
    }

    private static String section(String slug) throws Exception {
        Path docs = Path.of(System.getProperty("cosmofab.root")).resolve("docs");
        try (Stream<Path> pages = Files.list(docs)) {
            for (Path page : pages.filter(p -> p.getFileName().toString().startsWith("problems"))
                    .toList()) {
                for (String section : Files.readString(page).split("(?m)^## ")) {
                    if (section.startsWith(slug + "\n")) {
                        return section;
                    }
                }
            }
        }
        throw new AssertionError("docs/problems*.md has no section " + slug);
    }

    private static int status(Refusal.Category category) {
        return switch (category) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNPROCESSABLE -> 422;
        };
    }
}
