package org.cosmofab.orchestrator.preparation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.Meshes;
import org.cosmofab.orchestrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workshop without a slicer makes the programs that designs ship, if they are what they say. */
@QuarkusTest
@TestProfile(ShippedProgramsTest.NoSlicer.class)
class ShippedProgramsTest {
    private static final String PROGRAM = "programs/corners.gcode";
    private static final String MESH = "export/corners.stl";

    @Inject
    Preparation preparation;

    @Inject
    Catalog catalog;

    @Inject
    Materials materials;

    @TempDir
    Path folder;

    public static final class NoSlicer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cosmofab.slicer.enabled", "false",
                    "cosmofab.data", "target/test-data-shipped",
                    "quarkus.datasource.jdbc.url", TestDatabase.named("shipped"));
        }
    }

    @BeforeEach
    void knowTheMaterials() {
        materials.define(Workbench.PLA);
    }

    @Test
    void takesTheProgramThatComesWithTheDesign() throws Exception {
        for (String name : DesignFolder.LIBRARY) {
            DesignVersion design = publish(DesignFolder.original(name));
            PreparedProgram program = preparation
                    .prepare(design, printed(design), Workbench.printer("p1"))
                    .orThrow();
            assertThat(program.origin()).isEqualTo(PreparedProgram.Origin.SHIPPED);
            assertThat(program.note())
                    .isEqualTo("no slicer here: the program that came with the design, made with PrusaSlicer 2.5.0");
            assertThat(program.estimate()).isGreaterThan(Duration.ofMinutes(5));
            List<String> lines =
                    Files.readAllLines(preparation.text(program.hash()).orElseThrow());
            assertThat(lines)
                    .hasSize(program.lines())
                    .noneMatch(line -> line.contains(";"))
                    .contains("G28");
        }
    }

    @Test
    void refusesAProgramThatIsNotTheRecordedOne() throws Exception {
        DesignVersion design = publish(corner("Other program").path());
        Path kept = catalog.file(design.id(), PROGRAM).orElseThrow();
        Files.writeString(kept, Files.readString(kept) + "; a remark\n");
        Refusal refusal = refused(design, printed(design));
        assertThat(refusal.kind()).isEqualTo(PreparationRefusal.SHIPPED_PROGRAM_DIFFERS);
        assertThat(refusal.detail())
                .isEqualTo(PROGRAM + " is not the program that was recorded for " + MESH
                        + "; slice it again and record both hashes");
    }

    @Test
    void refusesAProgramThatWasMadeFromAnotherMesh() throws Exception {
        DesignVersion design = publish(corner("Other mesh").path());
        DesignVersion.Part part = printed(design);
        DesignVersion.ShippedProgram shipped = part.shipped().orElseThrow();
        DesignVersion.Part stale = new DesignVersion.Part(
                part.name(),
                part.process(),
                part.file(),
                part.fileHash(),
                part.material(),
                part.quantity(),
                part.hints(),
                part.laser(),
                Optional.of(new DesignVersion.ShippedProgram(
                        shipped.kind(), shipped.file(), shipped.sha256(), shipped.madeWith(), "0".repeat(64))));
        assertThat(refused(design, stale).kind()).isEqualTo(PreparationRefusal.SHIPPED_PROGRAM_DIFFERS);
    }

    @Test
    void publishesNoDesignWhoseRecordedHashesAreWrong() throws Exception {
        DesignFolder other = corner("Wrong mesh").write(MESH, Meshes.binary(Meshes.box(30, 30, 30)));
        assertThatThrownBy(() -> publish(other.path())).hasMessageContaining("source-sha256");
    }

    @Test
    void refusesAProgramThatLeavesTheBedByItsLine() throws Exception {
        DesignFolder design = corner("Leaves the bed");
        List<String> lines = Files.readAllLines(design.path().resolve(PROGRAM));
        int home = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("G28"))
                .findFirst()
                .orElseThrow());
        lines.add(home + 1, "G1 X300 F6000 ; off the bed");
        Files.write(design.path().resolve(PROGRAM), lines);
        Refusal refusal = refused(design.sealed(PROGRAM, MESH));
        assertThat(refusal.kind()).isEqualTo(PreparationRefusal.PROGRAM_UNSAFE);
        assertThat(refusal.detail()).startsWith(PROGRAM + ", line " + (home + 2) + ": ");
        assertThat(refusal.facts()).containsEntry("line", home + 2);
    }

    @Test
    void refusesAProgramThatIsTooHot() throws Exception {
        DesignFolder design = corner("Too hot").replace(PROGRAM, "(?m)^M109 S210", "M109 S300");
        assertThat(refused(design.sealed(PROGRAM, MESH)).detail()).contains("line ", "300");
    }

    @Test
    void refusesAProgramOfAnotherPart() throws Exception {
        DesignFolder design = corner("Of another part").write(MESH, Meshes.binary(Meshes.box(200, 200, 200)));
        Refusal refusal = refused(design.sealed(PROGRAM, MESH));
        assertThat(refusal.kind()).isEqualTo(PreparationRefusal.PROGRAM_IMPLAUSIBLE);
        assertThat(refusal.detail())
                .startsWith(PROGRAM + ": the program extrudes ")
                .contains("solid of 8000000 mm3");
    }

    @Test
    void saysWhatToDoWithoutSlicerAndProgram() throws Exception {
        DesignFolder design = corner("Without a program").replace("cosmofab.yml", "marlin-fdm", "klipper-fdm");
        Refusal refusal = refused(design);
        assertThat(refusal.kind()).isEqualTo(PreparationRefusal.SLICER_MISSING);
        assertThat(refusal.detail()).contains("install prusa-slicer, or publish a program with the design");
    }

    @Test
    void saysInItsHealthThatThereIsNoSlicer() {
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'slicer' }.data.slicer",
                        equalTo("none: programs that come with designs only"));
    }

    private Refusal refused(DesignFolder folderOfDesign) {
        DesignVersion design = publish(folderOfDesign.path());
        return refused(design, printed(design));
    }

    private Refusal refused(DesignVersion design, DesignVersion.Part part) {
        return preparation
                .prepare(design, part, Workbench.printer("p1"))
                .fold(
                        program -> {
                            throw new AssertionError("prepared " + program);
                        },
                        refusal -> refusal);
    }

    private static DesignVersion.Part printed(DesignVersion design) {
        return design.parts().stream()
                .filter(part -> part.process() == Process.PRINT)
                .findFirst()
                .orElseThrow();
    }

    private DesignFolder corner(String title) throws Exception {
        return DesignFolder.copyOf("sheet-corner", Files.createTempDirectory(folder, "design"))
                .titled(title);
    }

    private DesignVersion publish(Path design) {
        return catalog.publish(design, Parties.WORKSHOP).orThrow();
    }
}
