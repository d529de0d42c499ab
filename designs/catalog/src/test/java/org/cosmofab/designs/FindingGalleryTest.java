package org.cosmofab.designs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingGalleryTest {

    @TempDir
    Path folder;

    @Test
    void findsNothingInAFlawlessDesign() {
        ReadDesign design = DesignFolder.flawless(folder).read();
        assertThat(design.findings()).isEmpty();
        assertThat(design.isPublishable()).isTrue();
    }

    @Test
    void findsNothingInAFlawlessYamlDesign() {
        assertThat(DesignFolder.flawlessYaml(folder).read().findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyCodeHasADesignThatProvokesIt(FindingCode code) {
        ReadDesign design = FindingGallery.SPOILED
                .get(code)
                .apply(DesignFolder.flawless(folder))
                .read();

        assertThat(design.findings()).extracting(Finding::code).contains(code);
        boolean hasError = design.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR);
        assertThat(design.isPublishable()).isEqualTo(!hasError);
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyFindingSpeaksEnglishAndFrenchAndNamesItsDetails(FindingCode code) {
        ReadDesign design = FindingGallery.SPOILED
                .get(code)
                .apply(DesignFolder.flawless(folder))
                .read();

        for (Finding found : design.findings()) {
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
                assertThat(found.message(locale)).isNotBlank().doesNotContain("{0}", "{1}", "{2}");
                assertThat(found.remedy(locale)).isNotBlank().doesNotContain("{0}", "{1}", "{2}");
            }
            assertThat(found.message(Locale.FRENCH)).isNotEqualTo(found.message(Locale.ENGLISH));
            assertThat(found.remedy(Locale.FRENCH)).isNotEqualTo(found.remedy(Locale.ENGLISH));
        }
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyCodeIsInTheReference(FindingCode code) throws IOException {
        Path readme = Path.of(System.getProperty("cosmofab.root"), "designs", "README.md");
        assertThat(Files.readString(readme)).contains("| `" + code.slug() + "` | " + code.severity() + " |");
    }

    @Test
    void aReaderOfAnotherLanguageGetsEnglish() {
        Finding found = DesignFolder.flawless(folder)
                .without("okh.toml")
                .read()
                .findings()
                .get(0);
        assertThat(found.message(Locale.GERMAN)).isEqualTo(found.message(Locale.ENGLISH));
    }

    @Test
    void aFindingNamesFilePathAndLine() {
        Finding found = DesignFolder.flawless(folder)
                .manifest("height = 10", "height = 0")
                .read()
                .findings()
                .get(0);
        assertThat(found.place()).hasToString("okh.toml:21 part[0].outer-dimensions.height");
    }
}
