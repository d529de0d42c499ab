package org.cosmofab.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** docs/problems.md describes every refusal, with cause, remedy and example. */
class ProblemsTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("cosmofab.root", ".."), "docs", "problems.md");

    @Test
    void everyKindOfRefusalIsDescribed() throws IOException {
        List<String> described = Files.readString(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();

        assertThat(described).containsAll(slugs()).doesNotHaveDuplicates();
    }

    @Test
    void everyDescriptionSaysStatusCauseRemedyAndExample() throws IOException {
        for (String section : Files.readString(DOCUMENT).split("(?m)^## ")) {
            if (!section.startsWith("# ")) {
                assertThat(section).contains("Status ", "Cause", "Remedy", "Example");
            }
        }
    }

    @Test
    void theStatusIsTheOneThatIsAnswered() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Refusal.Kind kind : kinds()) {
            assertThat(document.split("(?m)^## " + kind.slug() + "$")[1].split("(?m)^## ")[0])
                    .as(kind.slug())
                    .contains("Status " + status(kind.category()));
        }
    }

    private static int status(Refusal.Category category) {
        return switch (category) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNPROCESSABLE -> 422;
            case TOO_OFTEN -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static TreeSet<String> slugs() {
        return kinds().stream().map(Refusal.Kind::slug).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Refusal.Kind> kinds() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.cosmofab.orchestrator")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.Kind.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Refusal.Kind.class::cast)
                        .toList();
    }
}
