package org.cosmofab.orchestrator.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;

/** Makes programs, once for each content. */
@ApplicationScoped
public class Preparation {
    /** Heating bed and nozzle from room temperature, and homing: outside of what a planner of moves can see. */
    private static final Duration WARM_UP = Duration.ofSeconds(150);

    private final Catalog catalog;
    private final Materials materials;
    private final PrintWork printing;
    private final PreparedPrograms programs;
    private final ConcurrentHashMap<String, Object> inWork = new ConcurrentHashMap<>();

    Preparation(Catalog catalog, Materials materials, PrintWork printing, PreparedPrograms programs) {
        this.catalog = catalog;
        this.materials = materials;
        this.printing = printing;
        this.programs = programs;
    }

    /** The safe program of a part for a machine; blocks while a slicer works. Refused with line and reason. */
    public Result<PreparedProgram> prepare(DesignVersion design, DesignVersion.Part part, Machine machine) {
        if (part.process() != machine.process()) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.PROCESS_DIFFERS,
                    machine.id() + " works by " + machine.process() + ", part " + part.name() + " by "
                            + part.process()));
        }
        String recipe = recipe(part, machine);
        // The same recipe is worked on once, however many ask.
        synchronized (inWork.computeIfAbsent(recipe, r -> new Object())) {
            Optional<PreparedProgram> kept = programs.byRecipe(recipe);
            return kept.map(program -> Result.done(same(program, design, part, machine)))
                    .orElseGet(() -> make(recipe, design, part, machine));
        }
    }

    public Optional<PreparedProgram> find(ProgramHash hash) {
        return programs.byHash(hash);
    }

    /** The file with the program's exact bytes. */
    public Optional<Path> text(ProgramHash hash) {
        return Optional.of(programs.file(hash)).filter(Files::exists);
    }

    private Result<PreparedProgram> make(
            String recipe, DesignVersion design, DesignVersion.Part part, Machine machine) {
        Optional<Material> material = materials.material(part.material());
        if (material.isEmpty()) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.MATERIAL_UNKNOWN,
                    "part " + part.name() + " is of " + part.material() + ", which this workshop does not know"));
        }
        return file(design, part)
                .then(file -> work(design, part, file, machine))
                .then(making -> Gate.check(making.code(), part.file(), machine)
                        .then(passed -> plausible(making, passed, material.get()))
                        .map(passed -> {
                            byte[] bytes = passed.program().toBytes();
                            PreparedProgram program = describe(design, part, machine, making, passed, material.get());
                            programs.keep(recipe, program, bytes);
                            return program;
                        }));
    }

    private Result<byte[]> file(DesignVersion design, DesignVersion.Part part) {
        Optional<Path> file = catalog.file(design.id(), part.file());
        try {
            byte[] bytes = file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
            if (Hashes.sha256(bytes).equals(part.fileHash())) {
                return Result.done(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + part.file() + " of " + design.id(), e);
        }
        return Result.refused(Refusal.of(
                PreparationRefusal.PART_FILE_MISSING,
                part.file() + " of " + design.slug() + " is missing or changed on disk; publish the version again"));
    }

    private Result<Making> work(DesignVersion design, DesignVersion.Part part, byte[] file, Machine machine) {
        String name = part.file().toLowerCase(Locale.ROOT);
        if (part.process() == Process.PRINT && name.endsWith(".stl")) {
            return printing.make(design, part, file, machine);
        }
        if (part.process() == Process.LASER && name.endsWith(".svg")) {
            return LaserWork.make(part, file, machine);
        }
        return Result.refused(Refusal.of(
                PreparationRefusal.FILE_KIND_UNKNOWN,
                part.file() + ": give STL for a printer, SVG for a laser; other files and mills are not prepared yet"));
    }

    private static Result<Gate.Passed> plausible(Making making, Gate.Passed passed, Material material) {
        if (making.solidMm3().isEmpty()) {
            return Result.done(passed);
        }
        double extruded = passed.analysis().distances().filamentVolume(material.thicknessMm());
        return Gate.implausible(extruded, making.solidMm3().getAsDouble())
                .map(why -> Result.<Gate.Passed>refused(Refusal.of(PreparationRefusal.PROGRAM_IMPLAUSIBLE, why)))
                .orElseGet(() -> Result.done(passed));
    }

    private static PreparedProgram describe(
            DesignVersion design,
            DesignVersion.Part part,
            Machine machine,
            Making making,
            Gate.Passed passed,
            Material material) {
        byte[] bytes = passed.program().toBytes();
        double filament = passed.analysis().distances().filament();
        boolean prints = machine.process() == Process.PRINT;
        Duration motion = passed.analysis().duration();
        return new PreparedProgram(
                new ProgramHash(Hashes.sha256(bytes)),
                design.id(),
                part.name(),
                machine.id(),
                part.material(),
                prints ? motion.plus(WARM_UP) : motion,
                making.sheetMm2().isPresent()
                        ? material.milligramsOfSheet(making.sheetMm2().getAsDouble())
                        : material.milligramsOfFilament(filament),
                filament,
                passed.program().size(),
                bytes.length,
                making.origin(),
                making.note());
    }

    /** Two parts of equal content share a program; each is told by its own name. */
    private static PreparedProgram same(
            PreparedProgram kept, DesignVersion design, DesignVersion.Part part, Machine machine) {
        return new PreparedProgram(
                kept.hash(),
                design.id(),
                part.name(),
                machine.id(),
                kept.material(),
                kept.estimate(),
                kept.materialMilligrams(),
                kept.extrudedMm(),
                kept.lines(),
                kept.bytes(),
                kept.origin(),
                kept.note());
    }

    /** Hash of everything that decides the program. */
    private String recipe(DesignVersion.Part part, Machine machine) {
        String shipped =
                part.shipped().map(DesignVersion.ShippedProgram::sha256).orElse("");
        return Hashes.sha256(String.join(
                        "\n",
                        List.of(
                                "recipe 1",
                                part.fileHash(),
                                part.material().value(),
                                new TreeMap<>(part.hints()).toString(),
                                part.laser().toString(),
                                Gate.profile(machine).toString(),
                                Gate.limits(machine).toString(),
                                WARM_UP.toString(),
                                part.process() == Process.PRINT ? printing.maker() + shipped : LaserWork.VERSION))
                .getBytes(StandardCharsets.UTF_8));
    }
}
