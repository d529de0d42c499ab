package org.cosmofab.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.cosmofab.bridge.testing.Neighbour;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.Meshes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, by which name, with place and remedy. */
@QuarkusTest
class PreparationRefusalsTest {
    private static final Machine PRINTER = Workbench.printer("p1");
    private static final Machine LASER = Workbench.laser("l1");

    @Inject
    Preparation preparation;

    @Inject
    Catalog catalog;

    @Inject
    Materials materials;

    @TempDir
    Path folder;

    @BeforeEach
    void knowTheMaterials() {
        materials.define(Workbench.PLA);
        materials.define(Workbench.PLYWOOD);
    }

    @Test
    void aMachineOfAnotherProcess() throws Exception {
        DesignVersion design = publish(DesignFolder.original("sheet-corner"));
        refuses(PreparationRefusal.PROCESS_DIFFERS, design, LASER, "l1 works by LASER, part corners by PRINT");
    }

    @Test
    void anUnknownMaterial() throws Exception {
        DesignVersion design = publish(corner("Unknown material")
                .replace("cosmofab.yml", "material: PLA", "material: unobtainium")
                .path());
        refuses(
                PreparationRefusal.MATERIAL_UNKNOWN,
                design,
                PRINTER,
                "part corners is of unobtainium, which this workshop does not know; define the material first");
    }

    @Test
    void aMaterialOfAnotherForm() throws Exception {
        DesignVersion design = publish(corner("Printed plywood")
                .replace("cosmofab.yml", "material: PLA", "material: plywood-3")
                .path());
        refuses(PreparationRefusal.MATERIAL_UNFIT, design, PRINTER, "plywood-3, which is no FILAMENT; choose another");
    }

    @Test
    void aMaterialWithoutSettings() throws Exception {
        Neighbour.require("prusa-slicer");
        materials.define(
                new Material(new MaterialId("petg"), Material.Form.FILAMENT, Map.of("en", "PETG"), 1.27, 1.75));
        DesignVersion design = publish(corner("PETG corner")
                .replace("cosmofab.yml", "material: PLA", "material: PETG")
                .path());
        refuses(
                PreparationRefusal.SETTINGS_MISSING,
                design,
                PRINTER,
                "part corners is of petg; this workshop's slicer settings are for PLA only");
    }

    @Test
    void aFileThatWasChangedOnDisk() throws Exception {
        DesignVersion design = publish(corner("Changed on disk").path());
        Files.writeString(catalog.file(design.id(), "export/corners.stl").orElseThrow(), "something else");
        refuses(
                PreparationRefusal.PART_FILE_MISSING,
                design,
                PRINTER,
                "export/corners.stl of changed-on-disk is missing or changed on disk; publish the version again");
    }

    @Test
    void aMeshThatWasCutOffByItsByte() throws Exception {
        byte[] mesh = Files.readAllBytes(DesignFolder.original("sheet-corner").resolve("export/corners.stl"));
        DesignVersion design = publish(corner("Cut off")
                .write("export/corners.stl", Arrays.copyOf(mesh, mesh.length - 30))
                .sealed("programs/corners.gcode", "export/corners.stl")
                .path());
        refuses(
                PreparationRefusal.MESH_UNREADABLE,
                design,
                PRINTER,
                "export/corners.stl: byte 80: the header promises",
                "but the file ends at byte " + (mesh.length - 30) + "; export the mesh again as STL");
    }

    @Test
    void meshesThatAreNoSolids() throws Exception {
        refusesMesh("Holed", Meshes.without(Meshes.box(30, 30, 30), 1), "has 3 open edges; close its holes");
        refusesMesh(
                "In inches", Meshes.box(1.2, 1.2, 1.2), "measures less than 2.0 mm on every side; was it exported in");
        refusesMesh("Flat", Meshes.box(30, 30, 0), "has no volume; make its walls thick");
    }

    @Test
    void aPartLargerThanTheMachine() throws Exception {
        DesignVersion corner = publish(DesignFolder.original("sheet-corner"));
        Machine small = Workbench.with(PRINTER, new Machine.Envelope(0, 0, 0, 40, 40, 40));
        refuses(PreparationRefusal.PART_TOO_LARGE, corner, small, "mm, more than p1 has; choose a larger machine");

        DesignVersion tray = publish(DesignFolder.original("parts-tray"));
        Machine narrow = Workbench.with(LASER, new Machine.Envelope(0, 0, 0, 100, 400, 50));
        refuses(PreparationRefusal.PART_TOO_LARGE, tray, narrow, "mm, more than l1 has; split the sheet");
    }

    @Test
    void aDrawingWithAScript() throws Exception {
        DesignVersion design = publish(tray("With a script")
                .replace("laser/panels.svg", "</svg>", "<script>alert(1)</script></svg>")
                .path());
        refuses(PreparationRefusal.DRAWING_UNSAFE, design, LASER, "laser/panels.svg: line ", "<script> can do more");
    }

    @Test
    void drawingsThatCannotBeReadOrCut() throws Exception {
        DesignVersion percent = publish(tray("In percent")
                .replace("laser/panels.svg", "(<svg[^>]*) width=\"[^\"]*\"", "$1 width=\"100%\"")
                .path());
        refuses(PreparationRefusal.DRAWING_UNREADABLE, percent, LASER, "<svg> has the width '100%'; give it in mm");
        DesignVersion pink = publish(tray("In pink")
                .replace("laser/panels.svg", "stroke=\"#ff0000\"", "stroke=\"#ffc0cb\"")
                .path());
        refuses(
                PreparationRefusal.DRAWING_NOT_CUTTABLE,
                pink,
                LASER,
                "has the stroke #ffc0cb, which means nothing here");
    }

    @Test
    void aHintOutOfRange() throws Exception {
        Neighbour.require("prusa-slicer");
        DesignVersion design = publish(corner("Thick layers")
                .replace("cosmofab.yml", "layer-height: 0.28", "layer-height: 0.5")
                .path());
        refuses(
                PreparationRefusal.HINT_OUT_OF_RANGE,
                design,
                PRINTER,
                "part corners: layer-height is 0.5; give 0.08 to 0.32 mm");
    }

    @Test
    void aKindOfFileThatNothingIsMadeFrom() throws Exception {
        DesignFolder folderOfDesign = corner("Another kind of file");
        Files.move(
                folderOfDesign.path().resolve("export/corners.stl"),
                folderOfDesign.path().resolve("export/corners.3mf"));
        for (String file : new String[] {"cosmofab.yml", "okh.toml"}) {
            if (Files.readString(folderOfDesign.path().resolve(file)).contains("corners.stl")) {
                folderOfDesign.replace(file, "corners\\.stl", "corners.3mf");
            }
        }
        refuses(
                PreparationRefusal.FILE_KIND_UNKNOWN,
                publish(folderOfDesign.path()),
                PRINTER,
                "export/corners.3mf: give STL for a printer, SVG for a laser");
    }

    private void refusesMesh(String title, double[] mesh, String why) throws Exception {
        DesignVersion design = publish(corner(title)
                .write("export/corners.stl", Meshes.binary(mesh))
                .sealed("programs/corners.gcode", "export/corners.stl")
                .path());
        refuses(PreparationRefusal.MESH_NOT_SOLID, design, PRINTER, "export/corners.stl " + why);
    }

    private void refuses(PreparationRefusal kind, DesignVersion design, Machine machine, String... words) {
        DesignVersion.Part part = design.parts().stream()
                .filter(p -> p.process() == machine.process())
                .findFirst()
                .orElse(design.parts().get(0));
        Refusal refusal = preparation
                .prepare(design, part, machine)
                .fold(
                        program -> {
                            throw new AssertionError("prepared " + program);
                        },
                        refused -> refused);
        assertThat(refusal.kind()).as(refusal.detail()).isEqualTo(kind);
        assertThat(refusal.detail()).contains(words);
    }

    private DesignFolder corner(String title) throws Exception {
        return DesignFolder.copyOf("sheet-corner", Files.createTempDirectory(folder, "design"))
                .titled(title);
    }

    private DesignFolder tray(String title) throws Exception {
        return DesignFolder.copyOf("parts-tray", Files.createTempDirectory(folder, "design"))
                .titled(title);
    }

    private DesignVersion publish(Path design) {
        return catalog.publish(design, Parties.WORKSHOP).orThrow();
    }
}
