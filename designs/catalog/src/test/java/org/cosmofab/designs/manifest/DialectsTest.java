package org.cosmofab.designs.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cosmofab.designs.document.DocumentLimits;
import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {

    private final Findings findings = new Findings();

    private Manifest read(String file, String text) {
        return new ManifestReader(DocumentLimits.standard())
                .read(file, text.getBytes(StandardCharsets.UTF_8), findings)
                .orElseThrow();
    }

    private List<String> codes() {
        return findings.list().stream()
                .map(Finding::code)
                .map(code -> code.slug())
                .toList();
    }

    @Test
    void theFirstFormatRequiresWhatItsSpecificationRequires() {
        read("okh.yml", "keywords: [a]\n");
        assertThat(findings.list())
                .filteredOn(Finding::blocksPublishing)
                .extracting(found -> found.place().path())
                .containsExactly("title", "description", "license", "project-link");
    }

    @Test
    void loshRequiresWhatItsSchemaRequires() {
        read("okh.toml", "readme = 'README.md'\n");
        assertThat(findings.list())
                .filteredOn(Finding::blocksPublishing)
                .extracting(found -> found.place().path())
                .containsExactly("okhv", "name", "repo", "version", "license", "licensor", "function");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OKH-LOSHv1.0", "2.0", "2.4"})
    void keepsWhatTheManifestSaysOfItsFormat(String okhv) {
        Manifest manifest = read("okh.toml", "okhv = '" + okhv + "'\n");
        assertThat(manifest.source().formatVersion()).contains(okhv);
        assertThat(codes()).doesNotContain("okhv-unknown");
    }

    @Test
    void readsLoshInYamlToo() {
        Manifest manifest = read("okh.yml", "okhv: '2.4'\nname: Hook\nfunction: Holds\n");
        assertThat(manifest.source().dialect()).isEqualTo(Dialect.OKH_LOSH);
        assertThat(manifest.title()).isEqualTo("Hook");
    }

    @Test
    void keepsTheRawBytesAndTheirHash() {
        byte[] bytes = "title: Hook # as written\r\n".getBytes(StandardCharsets.UTF_8);
        Manifest manifest = new ManifestReader(DocumentLimits.standard())
                .read("okh.yml", bytes, findings)
                .orElseThrow();
        assertThat(manifest.source().raw().bytes()).isEqualTo(bytes);
        assertThat(manifest.source().raw().sha256().hex())
                .isEqualTo("9ff7d1c3215c44e11d5f1967a7c31b224c1c08340f7fd0f31dfee2b25979db53");
    }

    @Test
    void readsLicensorsInAllTheirShapes() {
        Manifest manifest = read("okh.toml", """
                licensor = ["Dina Martin <dina@example.org>", "Dmitri", {name = "Dolores", email = "d@example.org"}]
                """);
        assertThat(manifest.licensors()).extracting(Person::name).containsExactly("Dina Martin", "Dmitri", "Dolores");
        assertThat(manifest.licensors().get(0).email()).contains("dina@example.org");
    }

    @Test
    void readsLineageInAllItsShapes() {
        Manifest manifest = read("okh.yml", """
                fork-of: https://example.org/a
                derivative-of: {title: B, manifest: https://example.org/b/okh.yml, web: https://example.org/b}
                variant-of:
                  - title: C
                """);
        assertThat(manifest.parents())
                .extracting(ParentLink::kind)
                .containsExactly(ParentLink.Kind.FORK_OF, ParentLink.Kind.DERIVATIVE_OF, ParentLink.Kind.VARIANT_OF);
        assertThat(manifest.parents().get(0).web()).contains("https://example.org/a");
        assertThat(manifest.parents().get(1).manifest()).contains("https://example.org/b/okh.yml");
        assertThat(manifest.parents().get(2).title()).contains("C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            outer-dimensions = {width = 56, depth = 55.5, height = 30}; 56 55.5 30
            outer-dimensions = {width = "56", depth = "55.5", height = "30"}; 56 55.5 30
            outer-dimensions = {openSCAD = "cylinder(h=30, r=28)", unit = "mm"}; 56 56 30
            outer-dimensions = {openSCAD = "cylinder(h=30, d=28)", unit = "mm"}; 28 28 30
            outer-dimensions = [{openSCAD = "cube(size = [400,350,150])", unit = "mm"}]; 400 350 150
            outer-dimension = "cube(size = [400,350,150]"; 400 350 150
            outer-dimensions = {openSCAD = "cube([1,2,3])", unit = "inch"}; none
            outer-dimensions = {openSCAD = "sphere(r=2)", unit = "mm"}; none
            outer-dimensions = {width = 56, depth = 55.5}; none
            outer-dimensions = {width = "56 mm", depth = 1, height = 1}; none
            """)
    void readsSizesInBothDialects(String written, String expected) {
        Manifest manifest = read("okh.toml", "[[part]]\nname = 'x'\n" + written + "\n");
        String read = manifest.parts()
                .get(0)
                .dimensions()
                .map(size -> size.widthMm() + " " + size.depthMm() + " " + size.heightMm())
                .orElse("none");
        assertThat(read).isEqualTo(expected);
        assertThat(codes().contains("dimension-invalid")).isEqualTo(expected.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, true", "en-GB, true", "fr-FR, true", "de-DE-1996, true", "zh-Hant-TW, true", "es-419, true",
        "nds, true", "en-UK, false", "English-UK, false", "French-FR, false", "DE-Western-Europe, false", "e, false",
        "[language-code]-[region], false", "en_GB, false"
    })
    void knowsLanguageTags(String tag, boolean valid) {
        assertThat(LanguageTags.isValid(tag)).isEqualTo(valid);
    }

    @Test
    void takesPartsOfTheFirstFormatFromTheirFilesEndings() {
        Manifest manifest = read("okh.yml", """
                manufacturing-files:
                  - {path: a.STL, title: Hook}
                  - {path: parts/plate.svg}
                  - {path: drawings.pdf}
                """);
        assertThat(manifest.parts()).extracting(ManifestPart::name).containsExactly("Hook", "plate");
        assertThat(manifest.parts()).extracting(ManifestPart::tsdc).containsExactly(List.of("3DP"), List.of("LAS"));
        assertThat(manifest.documents()).extracting(FileLink::target).containsExactly("drawings.pdf");
    }

    @Test
    void showsTheLicenceOfASingleTextButComplains() {
        Manifest manifest = read("okh.yml", "license: CC-BY-NC-SA-4.0\n");
        assertThat(manifest.licences().governing().orElseThrow().text()).isEqualTo("CC-BY-NC-SA-4.0");
        assertThat(codes()).contains("field-shape", "licence-restricted");
    }

    @Test
    void refusesATextThatIsNoTable() {
        assertThat(new ManifestReader(DocumentLimits.standard())
                        .read("okh.yml", "- a\n- b\n".getBytes(StandardCharsets.UTF_8), findings))
                .isEmpty();
        assertThat(codes()).containsExactly("file-unreadable");
    }
}
