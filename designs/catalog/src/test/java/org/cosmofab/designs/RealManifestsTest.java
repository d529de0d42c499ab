package org.cosmofab.designs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.licence.LicenceClass;
import org.cosmofab.designs.manifest.Dialect;
import org.cosmofab.designs.manifest.Manifest;
import org.cosmofab.designs.part.MakingProcess;
import org.cosmofab.designs.part.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real designs of others look like to us; skipped where the collection is not at hand. */
class RealManifestsTest {

    private static final Path OKH = Path.of(System.getProperty("cosmofab.root", "."), "..", "shared", "data", "okh");

    @BeforeEach
    void needTheCollection() {
        assumeTrue(Files.isDirectory(OKH), "no collection of real manifests here");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            3Dneuro__HeadplateShield2P; Headplate and light-blocking sleeve for 2P imaging; OPEN; field-recommended=1 parts-none=1 path-dangling=2
            7B-Things__braille-signage-generator; Braille Signage Generator; OPEN; parts-none=1
            BadenLab__Spikeling; Spikeling; OPEN; language-invalid=2 parts-none=1 path-dangling=2 version-not-text=1
            BrainCOGS__Microscope; TWINKLE: An open-source two-photon microscope for teaching and research; OPEN; field-recommended=1 parts-none=1 path-dangling=1
            FOSH-following-demand__Syringe_Pump; Syringe Pump; OPEN; field-recommended=3 language-invalid=1 parts-none=1 path-dangling=1
            FairITYourself__assembly-kit; Faire Maus - 3 Tasten; OPEN; parts-none=1 path-dangling=3
            JamieTaylor23__Adjustabike; Adjustabike; UNKNOWN; language-invalid=2 licence-not-spdx=1 parts-none=1 version-not-text=1
            OPEN-NEXT__LOSH-dummy-MOSH-A/3DParts/ClampRing; Clamp Ring; UNKNOWN; dimension-invalid=1 field-missing=5 field-recommended=1 key-misspelt=1 key-unknown=2 parts-none=1 path-climbs-out=1 path-dangling=1
            OPEN-NEXT__LOSH-dummy-MOSH-A; LOSH Dummy MOSH-A; OPEN; dimension-dialect=1 dimension-invalid=1 key-misspelt=1 key-unknown=3 part-file-dangling=1 path-dangling=5
            OPEN-NEXT__LOSH-dummy-MOSH-B; LOSH-dummy-MOSH-B; OPEN; dimension-dialect=1 field-missing=1 key-unknown=2 parts-none=1 path-dangling=4
            OPEN-NEXT__LOSH/sample_data; OHLOOM; OPEN; dimension-dialect=19 key-unknown=2 part-file-dangling=52 path-dangling=22 path-from-root=65
            OSEGermany__AgroCircle; Fruit Nut Vegetable Carer; UNKNOWN; field-recommended=1 key-duplicate=1 language-invalid=2 licence-not-spdx=2 parts-none=1
            Open-Hardware-Leaders__Otto-DIY; OttoDIY; UNKNOWN; field-recommended=2 language-invalid=1 licence-not-spdx=1 parts-none=1
            Prototype-Fund-Hardware__LibreWater; Acraea-Prototype; OPEN; parts-none=1 path-dangling=4
            TheTesla__HTWD-OSH-CMM-Arm; HTWD-OSH-CMM-Arm; OPEN; parts-none=1 path-dangling=1
            TheTesla__OSH-CMM-LogicBoard; osh-cmm-logicboard; OPEN; parts-none=1 path-dangling=3
            TheTesla__rotary-encoder-protection; rotary-encoder-protection; OPEN; parts-none=1 path-dangling=3
            boucettaabdelkhalek2__Tricycle_Cargo_Bike_Original-1; ''; OPEN; field-missing=1 field-recommended=2 field-shape=1 key-unknown=4 parts-none=1 path-dangling=1
            case06__ZACplus; ZACplus; UNKNOWN; language-invalid=2 licence-not-spdx=3 parts-none=1 version-not-text=1
            gpask__PiSpy; PiSpy; OPEN; field-recommended=1 parts-none=1
            heimeliq__heimeliq-furniture-template; FIXME Möbelname; OPEN; dimension-invalid=9 field-missing=1 field-placeholder=12 key-unknown=4 part-file-dangling=5 part-process-unknown=2 parts-none=1 path-dangling=4
            hoijui__MeditationBench; MeditationBench; OPEN; parts-none=1 path-dangling=2
            makersmakingchange__Open-Rocker-Switch; Open Rocker Switch; OPEN; manifest-name=1 parts-none=1
            makersmakingchange__Switch-Mounting-Plate-GoPro-Compatible; Switch Plate - GoPro Compatible; OPEN; parts-none=1
            makersmakingchange__horizontal-paintbrush-stand; Horizontal Paintbrush Stand; OPEN; parts-none=1 path-backslash=4
            nicvagn__arthritis-door-knob; arthritis-door-knob; OPEN; licence-not-spdx=1 parts-none=1
            pngdeity__TW4-Energy-Recovery-Ventilator; OpenERV TW4 and WM12; NON_COMMERCIAL; field-recommended=2 field-shape=2 key-unknown=1 licence-restricted=1 parts-none=1
            tm-miha__Upcyling-stool-Precious-hocker-IF-Demo; OHLOOM; OPEN; dimension-dialect=19 key-unknown=80 part-file-dangling=52 path-dangling=22 path-from-root=65
            uw-madison-chem-shops__wisconsin-photoreactor; Wisconsin Photoreactor Platform; OPEN; field-recommended=2 parts-none=1
            """)
    void findsWhatWasMeasured(String folder, String title, LicenceClass licence, String findings) {
        ReadDesign design = new DesignReader().read(OKH.resolve(folder));

        assertThat(design.title(Locale.ENGLISH)).isEqualTo(title);
        assertThat(design.manifest().orElseThrow().licences().classification()).isEqualTo(licence);
        assertThat(summary(design)).isEqualTo(findings);
        assertThat(new DesignReader()
                        .verify(OKH.resolve(folder), design.contentHash().orElseThrow()))
                .isTrue();
    }

    private static String summary(ReadDesign design) {
        Map<String, Long> counts = design.findings().stream()
                .map(Finding::code)
                // Every one of them lacks our sidecar.
                .filter(code -> !code.slug().equals("contributions-missing"))
                .collect(Collectors.groupingBy(code -> code.slug(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void readsVersionsAsTheyAreWritten() {
        assertThat(manifest("BadenLab__Spikeling").version()).contains("1.0");
        assertThat(manifest("JamieTaylor23__Adjustabike").version()).contains("1");
        assertThat(manifest("case06__ZACplus").version()).contains("0.9");
        assertThat(manifest("pngdeity__TW4-Energy-Recovery-Ventilator").version())
                .contains("1.0.0");
    }

    @Test
    void readsBothSpellingsOfOrganisation() {
        assertThat(manifest("OPEN-NEXT__LOSH/sample_data").people().organisations())
                .containsExactly("OSE Germany e.V.");
        assertThat(manifest("Prototype-Fund-Hardware__LibreWater").people().organisations())
                .containsExactly("LibreWater");
        assertThat(manifest("heimeliq__heimeliq-furniture-template").people().organisations())
                .containsExactly("heimeliq");
    }

    @Test
    void findsThePartThatAMachineCanMake() {
        ReadDesign design = new DesignReader().read(OKH.resolve("OPEN-NEXT__LOSH-dummy-MOSH-A"));
        assertThat(design.parts()).hasSize(1);
        Part ring = design.parts().get(0);
        assertThat(ring.isMakable()).isTrue();
        assertThat(ring.process()).isEqualTo(MakingProcess.PRINT);
        assertThat(ring.file()).contains("3DParts/ClampRing/ClampRing.stl");
        assertThat(ring.details().sources()).containsExactly("3DParts/ClampRing/ClampRing.scad");
        assertThat(design.manifest().orElseThrow().source().dialect()).isEqualTo(Dialect.OKH_LOSH);
    }

    @Test
    void seesThatAForkStillCarriesItsParentsManifest() {
        ReadDesign design = new DesignReader()
                .read(
                        OKH.resolve("tm-miha__Upcyling-stool-Precious-hocker-IF-Demo"),
                        Optional.of("https://github.com/tm-miha/Upcyling-stool-Precious-hocker-IF-Demo"));
        assertThat(design.findings()).extracting(found -> found.code().slug()).contains("manifest-copied");
    }

    private static Manifest manifest(String folder) {
        return new DesignReader().read(OKH.resolve(folder)).manifest().orElseThrow();
    }
}
