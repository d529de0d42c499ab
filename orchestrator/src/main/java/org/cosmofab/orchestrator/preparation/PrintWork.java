package org.cosmofab.orchestrator.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Sha256;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.preparation.domain.Mesh;
import org.cosmofab.orchestrator.preparation.domain.SliceHints;
import org.cosmofab.orchestrator.preparation.domain.SlicerSettings;
import org.cosmofab.orchestrator.preparation.domain.StlReader;
import org.cosmofab.orchestrator.preparation.slicer.PrusaSlicer;
import org.cosmofab.orchestrator.preparation.slicer.SystemSlicer;

/** From an STL file to G-code for a printer: sliced here, or the program that the design ships. */
@ApplicationScoped
class PrintWork {
    private static final double SMALLEST_MM = 2;
    private static final double SMALLEST_MM3 = 0.1;

    private final SystemSlicer slicer;
    private final Catalog catalog;

    PrintWork(SystemSlicer slicer, Catalog catalog) {
        this.slicer = slicer;
        this.catalog = catalog;
    }

    /** What, beside the part and the machine, decides which G-code comes out. */
    String maker(DesignVersion.Part part) {
        return slicer.version()
                .map(version -> version + " " + Sha256.of(slicer.settings().toBytes()))
                .orElseGet(() -> "shipped " + part.shipped());
    }

    Result<Making> make(Work work) {
        return mesh(work.part(), work.file(), work.machine()).then(mesh -> {
            if (slicer.version().isPresent()) {
                return slice(work, mesh);
            }
            return shipped(work.design(), work.part(), mesh);
        });
    }

    private static Result<Mesh> mesh(DesignVersion.Part part, byte[] file, Machine machine) {
        try {
            Mesh mesh = StlReader.read(file);
            return refusal(part, mesh, machine).map(Result::<Mesh>refused).orElseGet(() -> Result.done(mesh));
        } catch (StlReader.Unreadable e) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.MESH_UNREADABLE,
                    part.file() + ": " + e.getMessage() + "; export the mesh again as STL"));
        }
    }

    private static Optional<Refusal> refusal(DesignVersion.Part part, Mesh mesh, Machine machine) {
        if (!mesh.isClosed()) {
            return Optional.of(Refusal.of(
                    PreparationRefusal.MESH_NOT_SOLID,
                    part.file() + " has " + mesh.openEdges() + " open edges; close its holes and export it again"));
        }
        double largest = Math.max(mesh.width(), Math.max(mesh.depth(), mesh.height()));
        if (largest < SMALLEST_MM) {
            return Optional.of(Refusal.of(
                    PreparationRefusal.MESH_NOT_SOLID,
                    part.file() + " measures less than " + SMALLEST_MM
                            + " mm on every side; was it exported in inches or metres?"));
        }
        if (Math.abs(mesh.volumeMm3()) < SMALLEST_MM3) {
            return Optional.of(Refusal.of(
                    PreparationRefusal.MESH_NOT_SOLID,
                    part.file() + " has no volume; make its walls thick and export it again"));
        }
        Machine.Envelope envelope = machine.envelope();
        boolean fits = mesh.width() <= envelope.maxX() - envelope.minX()
                && mesh.depth() <= envelope.maxY() - envelope.minY()
                && mesh.height() <= envelope.maxZ() - envelope.minZ();
        return fits
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        PreparationRefusal.PART_TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "%s measures %.1f x %.1f x %.1f mm, more than %s has; choose a larger machine",
                                part.file(),
                                mesh.width(),
                                mesh.depth(),
                                mesh.height(),
                                machine.id())));
    }

    private Result<Making> slice(Work work, Mesh mesh) {
        DesignVersion.Part part = work.part();
        if (!isFor(part.material())) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.SETTINGS_MISSING,
                    "part " + part.name() + " is of " + part.material() + "; this workshop's slicer settings are for "
                            + slicer.settings().filament() + " only"));
        }
        try {
            SlicerSettings settings = slicer.settings()
                    .with(SliceHints.settings(part.hints()))
                    .with(machineSettings(work.machine(), work.material()));
            byte[] code = slicer.slice(work.file(), settings);
            String note = slicer.isUnfenced() ? "sliced with limits only: this system denies the sandbox" : "";
            return Result.done(new Making(
                    code,
                    PreparedProgram.Origin.SLICED,
                    OptionalDouble.empty(),
                    OptionalDouble.of(Math.abs(mesh.volumeMm3())),
                    note));
        } catch (SliceHints.OutOfRange e) {
            return Result.refused(
                    Refusal.of(PreparationRefusal.HINT_OUT_OF_RANGE, "part " + part.name() + ": " + e.getMessage()));
        } catch (PrusaSlicer.Failed e) {
            return Result.refused(Refusal.of(PreparationRefusal.SLICER_FAILED, part.file() + ": " + e.getMessage()));
        }
    }

    /** Settings name the kind of filament; a material's id begins with its kind, such as {@code pla-recycled}. */
    private boolean isFor(MaterialId material) {
        String kind = slicer.settings().filament().toLowerCase(Locale.ROOT);
        return material.value().equals(kind) || material.value().startsWith(kind + "-");
    }

    /** The bed and the filament that are really there. */
    private static Map<String, String> machineSettings(Machine machine, Material material) {
        Machine.Envelope e = machine.envelope();
        return Map.of(
                "bed_shape",
                corner(e.minX(), e.minY()) + "," + corner(e.maxX(), e.minY()) + "," + corner(e.maxX(), e.maxY()) + ","
                        + corner(e.minX(), e.maxY()),
                "max_print_height",
                plain(e.maxZ()),
                "filament_diameter",
                plain(material.thicknessMm()));
    }

    private static String corner(double x, double y) {
        return plain(x) + "x" + plain(y);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private Result<Making> shipped(DesignVersion design, DesignVersion.Part part, Mesh mesh) {
        Optional<DesignVersion.ShippedProgram> shipped =
                part.shipped().filter(program -> program.kind().equals(DesignVersion.ShippedProgram.MARLIN_FDM));
        if (shipped.isEmpty()) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.SLICER_MISSING,
                    "part " + part.name()
                            + " needs slicing; install prusa-slicer, or publish a program with the design"));
        }
        DesignVersion.ShippedProgram program = shipped.get();
        byte[] code =
                catalog.file(design.id(), program.file()).map(PrintWork::bytes).orElse(new byte[0]);
        boolean same = Sha256.of(code).equals(program.sha256())
                && program.sourceSha256().equals(part.fileHash());
        if (!same) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.SHIPPED_PROGRAM_DIFFERS,
                    program.file() + " is not the program that was recorded for " + part.file()
                            + "; slice it again and record both hashes"));
        }
        return Result.done(new Making(
                code,
                PreparedProgram.Origin.SHIPPED,
                OptionalDouble.empty(),
                OptionalDouble.of(Math.abs(mesh.volumeMm3())),
                "no slicer here: the program that came with the design, made with " + program.madeWith()));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
