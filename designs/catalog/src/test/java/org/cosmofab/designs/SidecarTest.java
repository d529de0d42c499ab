package org.cosmofab.designs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.part.LaserPass;
import org.cosmofab.designs.part.MakingProcess;
import org.cosmofab.designs.part.Part;
import org.cosmofab.designs.sidecar.Contribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidecarTest {

    @TempDir
    Path folder;

    /** The reference's own example is the fixture: what it promises is what is read. */
    private ReadDesign referenceDesign() throws IOException {
        DesignFolder design = DesignFolder.flawless(folder)
                .manifest(
                        "\n[part.outer",
                        "\n[[part]]\nname = \"Plate\"\ntsdc = \"LAS\"\nexport = \"plate.svg\"\n\n[part.outer")
                .with("parts/hook.stl", "solid hook\nendsolid hook\n")
                .with("plate.svg", "<svg/>\n")
                .with("programs/hook.gcode", "G28\n")
                .with("docs/making.en.md", "make it\n")
                .with("docs/making.fr.md", "faites-le\n")
                .with("pictures/hook.png", "not really\n");
        String making = yaml("cosmofab.yml")
                .replace(
                        "<64 hex digits of the program file>",
                        ContentHash.ofText("G28\n").hex())
                .replace("<64 hex digits of the slicer's settings file>", "0".repeat(64))
                .replace(
                        "<64 hex digits of parts/hook.stl>",
                        ContentHash.ofText("solid hook\nendsolid hook\n").hex());
        String contributions =
                yaml("contributions.yml").replaceAll("<64 hex digits: the parent's content hash>", "1".repeat(64));
        return design.with("cosmofab.yml", making)
                .with("contributions.yml", contributions)
                .read();
    }

    private static String yaml(String file) throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("cosmofab.root"), "designs", "README.md"));
        Matcher block = Pattern.compile("## `" + file + "`\n\n```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find()).as("example of " + file).isTrue();
        return block.group(1);
    }

    @Test
    void namesAreAsLongAsATableTakesAndNoLonger() throws IOException {
        String longest = "n".repeat(200);
        String contributions = DesignFolder.CONTRIBUTIONS.replace("Dina Martin", longest) + "parents: [{design: "
                + longest + ", version-hash: '" + "1".repeat(64) + "'}]\n";
        assertThat(DesignFolder.flawless(folder)
                        .with("contributions.yml", contributions)
                        .read()
                        .findings())
                .isEmpty();

        List<Finding> found = DesignFolder.flawless(folder)
                .with("contributions.yml", contributions.replace(longest, longest + "n"))
                .read()
                .findings();

        assertThat(found)
                .extracting(Finding::code, finding -> finding.place().toString())
                .containsExactly(
                        tuple(FindingCode.NAME_TOO_LONG, "contributions.yml:3 contributions[0].name"),
                        tuple(FindingCode.NAME_TOO_LONG, "contributions.yml:4 parents[0].design"));
        assertThat(found.get(0).message(Locale.ENGLISH)).contains("201 characters");
    }

    @Test
    void readsTheExamplesOfTheReferenceWithoutAFinding() throws IOException {
        assertThat(referenceDesign().findings()).isEmpty();
    }

    @Test
    void completesThePrintedPart() throws IOException {
        Part hook = referenceDesign().parts().get(0);
        assertThat(hook.process()).isEqualTo(MakingProcess.PRINT);
        assertThat(hook.file()).contains("parts/hook.stl");
        assertThat(hook.quantity()).isEqualTo(2);
        assertThat(hook.title(Locale.FRENCH)).isEqualTo("Crochet");
        assertThat(hook.details().settings().value("layer-height")).contains("0.2");
        assertThat(hook.details().settings().value("supports")).contains("false");
        assertThat(hook.details().programs()).singleElement().satisfies(program -> {
            assertThat(program.kind()).isEqualTo("marlin-fdm");
            assertThat(program.madeWith()).isEqualTo("PrusaSlicer 2.5.0");
            assertThat(program.settingsSha256()).contains(new ContentHash("0".repeat(64)));
        });
    }

    @Test
    void completesTheLaserPart() throws IOException {
        Part plate = referenceDesign().parts().get(1);
        assertThat(plate.isMakable()).isTrue();
        assertThat(plate.process()).isEqualTo(MakingProcess.LASER);
        assertThat(plate.material()).contains("plywood-3");
        assertThat(plate.details().settings().laser())
                .extracting(LaserPass::colour, LaserPass::effect, LaserPass::passes)
                .containsExactly(
                        tuple("#0000ff", LaserPass.Effect.ENGRAVE, 1), tuple("#ff0000", LaserPass.Effect.CUT, 2));
    }

    @Test
    void speaksBothLanguagesAndFallsBackToTheManifest() throws IOException {
        ReadDesign design = referenceDesign();
        assertThat(design.title(Locale.CANADA_FRENCH)).isEqualTo("Patère");
        assertThat(design.description(Locale.ENGLISH)).isEqualTo("Holds a coat.");
        assertThat(design.title(Locale.GERMAN)).isEqualTo("Wall hook");
        assertThat(design.making().instructions()).containsEntry("fr", "docs/making.fr.md");
    }

    @Test
    void readsContributionsAndParents() throws IOException {
        ReadDesign design = referenceDesign();
        assertThat(design.contributions().contributions())
                .extracting(Contribution::party)
                .containsExactly("dina");
        assertThat(design.contributions().parents()).singleElement().satisfies(parent -> {
            assertThat(parent.design()).isEqualTo("Coat rail");
            assertThat(parent.version()).contains("1.2.0");
        });
        assertThat(design.asAncestor().orElseThrow().parents()).hasSize(1);
    }

    @Test
    void sharesAreTheSumOfHoursByPerson() {
        ReadDesign design = DesignFolder.flawless(folder)
                .contributions("  - {party: dina", """
                          - {party: dmitri, name: Dmitri, hours: 7.5, kind: design, on: 2026-03-02}
                          - {party: dina, name: Dina Martin, hours: 2.5, kind: testing, on: 2026-03-03}
                          - {party: dina""")
                .read();
        assertThat(design.findings()).isEmpty();
        assertThat(design.contributions().shares().weights())
                .containsEntry("dina", BigInteger.valueOf(3))
                .containsEntry("dmitri", BigInteger.ONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            process: knit                                     | parts.Hook.process
            material: 'PLA; rm'                               | parts.Hook.material
            quantity: 1.5                                     | parts.Hook.quantity
            quantity: 100001                                  | parts.Hook.quantity
            settings: {infill: 101}                           | parts.Hook.settings.infill
            settings: {layer-height: thin}                    | parts.Hook.settings.layer-height
            settings: {supports: maybe}                       | parts.Hook.settings.supports
            settings: [infill]                                | parts.Hook.settings
            laser: {colour: '#ff0000'}                        | parts.Hook.laser
            laser: [{colour: red, does: cut, power: 1, speed: 1}]             | parts.Hook.laser[0].colour
            laser: [{colour: '#ff0000', does: melt, power: 1, speed: 1}]      | parts.Hook.laser[0].does
            laser: [{colour: '#ff0000', does: cut, power: 0, speed: 1}]       | parts.Hook.laser[0].power
            laser: [{colour: '#ff0000', does: cut, power: 1, speed: -5}]      | parts.Hook.laser[0].speed
            """)
    void refusesAValueOutOfItsBoundsAndNamesIt(String written, String place) {
        ReadDesign design = DesignFolder.flawless(folder)
                .with("cosmofab.yml", "cosmofab: 1\nparts:\n  Hook:\n    " + written + "\n")
                .read();
        assertThat(design.isPublishable()).isFalse();
        assertThat(design.findings())
                .filteredOn(Finding::blocksPublishing)
                .extracting(found -> found.code().slug() + " " + found.place().path())
                .contains("value-invalid " + place);
    }

    @ParameterizedTest
    @CsvSource({
        "'hours: 20', 'hours: 0'", "'hours: 20', 'hours: -3'", "'hours: 20', 'hours: many'",
        "'on: 2026-03-01', 'on: 2026-02-30'", "'kind: design', 'kind: magic'", "'party: dina', 'party: Dina M'"
    })
    void refusesAContributionThatMakesNoSense(String from, String to) {
        ReadDesign design =
                DesignFolder.flawless(folder).contributions(from, to).read();
        assertThat(design.findings()).extracting(found -> found.code().slug()).contains("value-invalid");
        assertThat(design.contributions().contributions()).isEmpty();
    }

    @Test
    void aProgramOfAnotherStateOfThePartIsStale() {
        String program = "{kind: marlin-fdm, file: hook.gcode, sha256: %s, made-with: x, source-sha256: %s}"
                .formatted(ContentHash.ofText("G28\n"), ContentHash.ofText("another hook"));
        ReadDesign design = DesignFolder.flawless(folder)
                .with("hook.gcode", "G28\n")
                .with("cosmofab.yml", "cosmofab: 1\nparts: {Hook: {programs: [" + program + "]}}\n")
                .read();
        assertThat(codes(design)).containsExactly("program-stale");
    }

    @Test
    void aPathOfTheSidecarCannotClimbOut() {
        ReadDesign design = DesignFolder.flawless(folder)
                .with("cosmofab.yml", "cosmofab: 1\nparts: {Hook: {file: ../../etc/passwd}}\n")
                .read();
        assertThat(codes(design)).contains("path-climbs-out");
        assertThat(design.parts().get(0).file()).isEmpty();
    }

    @Test
    void readsAYamlDesignsPartsToo() {
        Part hook = DesignFolder.flawlessYaml(folder).read().parts().get(0);
        assertThat(hook.name()).isEqualTo("Hook");
        assertThat(hook.isMakable()).isTrue();
        assertThat(hook.quantity()).isEqualTo(1);
    }

    @Test
    void verifiesThatNothingHasChanged() {
        DesignFolder design = DesignFolder.flawless(folder);
        ContentHash hash = design.read().contentHash().orElseThrow();
        assertThat(new DesignReader().verify(folder, hash)).isTrue();
        design.with("hook.stl", "solid hook \nendsolid hook\n");
        assertThat(new DesignReader().verify(folder, hash)).isFalse();
    }

    private static List<String> codes(ReadDesign design) {
        return design.findings().stream().map(found -> found.code().slug()).toList();
    }
}
