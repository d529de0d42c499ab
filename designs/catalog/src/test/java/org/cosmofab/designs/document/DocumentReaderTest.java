package org.cosmofab.designs.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.designs.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {

    private final Findings findings = new Findings();

    private Optional<Node> read(String file, String text) {
        return new DocumentReader(new DocumentLimits(10_000, 10))
                .read(file, text.getBytes(StandardCharsets.UTF_8), findings);
    }

    @ParameterizedTest
    @CsvSource({"1.10", "1.0", "007", "1_000", "1e3", "0x1F", "2024-08-01", "12:30:00", "yes", "1.2.3", "~x", ".5"})
    void yamlScalarsStayTheTextsThatTheyAre(String written) {
        assertThat(read("okh.yml", "version: " + written + "\n").orElseThrow().text("version"))
                .contains(written);
    }

    @ParameterizedTest
    @CsvSource({"1.10", "1.0", "3.100", "42", "2024-08-01", "true", "100000000000000000000"})
    void tomlScalarsKeepTheirDigits(String written) {
        assertThat(read("okh.toml", "version = " + written + "\n").orElseThrow().text("version"))
                .contains(written);
    }

    @Test
    void tellsTextFromNumber() {
        assertThat(read("okh.yml", "v: 1.10").orElseThrow().field("v").quoted()).isFalse();
        assertThat(read("okh.yml", "v: '1.10'").orElseThrow().field("v").quoted())
                .isTrue();
        assertThat(read("okh.toml", "v = 1.10").orElseThrow().field("v").quoted())
                .isFalse();
        assertThat(read("okh.toml", "v = '1.10'").orElseThrow().field("v").quoted())
                .isTrue();
    }

    @Test
    void readsTheDirectiveThatTheFirstSpecificationAsksFor() {
        Node root = read("okh.yml", "%Open Know-How Manifest 1.0\n---\ntitle: Hook\n")
                .orElseThrow();
        assertThat(root.text("title")).contains("Hook");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(read("okh.toml", "\uFEFFname = 'Hook'").orElseThrow().text("name"))
                .contains("Hook");
    }

    @Test
    void showsTheFirstOfTwoEqualKeysAndSaysWhereTheSecondIs() {
        Node root = read("okh.yml", "title: One\nrepo: x\ntitle: Two\n").orElseThrow();
        assertThat(root.text("title")).contains("One");
        assertThat(findings.list())
                .singleElement()
                .hasToString("ERROR key-duplicate at okh.yml:3 title: A key is written twice: title.");
    }

    @ParameterizedTest
    @CsvSource({"'a = 1\na = 2\n', 2", "'[t]\na = 1\n[t]\nb = 2\n', 3"})
    void refusesATomlFileWithEqualKeys(String text, int line) {
        assertThat(read("okh.toml", text)).isEmpty();
        assertThat(findings.list().get(0).code().slug()).isEqualTo("key-duplicate");
        assertThat(findings.list().get(0).place().line()).isEqualTo(line);
    }

    @Test
    void aliasesCannotBlowUpTheDocument() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        Node root = read("okh.yml", bomb.toString()).orElseThrow();
        assertThat(root.field("a39").each()).isEmpty();
        assertThat(findings.list())
                .allMatch(found -> found.code().slug().equals("yaml-alias"))
                .hasSize(78);
    }

    @ParameterizedTest
    @CsvSource({"okh.yml, 'a: '", "okh.toml, 'a = '"})
    void refusesToGoTooDeep(String file, String begin) {
        read(file, begin + "[".repeat(11) + "]".repeat(11) + "\n");
        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("file-too-deep");
    }

    @ParameterizedTest
    @CsvSource({
        "okh.yml, 'a: [1, 2\nb: 3'",
        "okh.yml, 'a:\n\t- b'",
        "okh.toml, 'a = [1, 2'",
        "okh.yml, ''",
        "okh.yml, 'a: 1\n---\nb: 2\n'"
    })
    void saysWhyAFileCannotBeRead(String file, String text) {
        read(file, text);
        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("file-unreadable");
        assertThat(findings.list().get(0).details().get(1)).isNotBlank();
    }

    @Test
    void knowsTheLinesOfATomlFile() {
        Node root = read("okh.toml", """
                # comment
                name = "Hook"
                text = \"\"\"
                name = no key
                [part] no header
                \"\"\"
                [[part]]
                name = "A"
                export = ["x",
                  "y"]
                [part.outer-dimensions]
                width = 3
                [[part]]
                "name" = "B"
                """).orElseThrow();
        assertThat(root.field("name").place().line()).isEqualTo(2);
        assertThat(root.field("part").items().get(0).field("name").place()).hasToString("okh.toml:8 part[0].name");
        assertThat(root.field("part")
                        .items()
                        .get(0)
                        .field("export")
                        .items()
                        .get(1)
                        .place()
                        .line())
                .isEqualTo(9);
        assertThat(root.field("part")
                        .items()
                        .get(0)
                        .field("outer-dimensions")
                        .field("width")
                        .place()
                        .line())
                .isEqualTo(12);
        assertThat(root.field("part").items().get(1).field("name").place()).hasToString("okh.toml:14 part[1].name");
    }

    @Test
    void findsTheKeyThatWasMeant() {
        Set<String> known = Set.of("width", "depth", "documentation-language");
        assertThat(Misspelling.nearest("widht", known)).contains("width");
        assertThat(Misspelling.nearest("documentation_langauge", known)).contains("documentation-language");
        assertThat(Misspelling.nearest("rpm", known)).isEmpty();
    }
}
