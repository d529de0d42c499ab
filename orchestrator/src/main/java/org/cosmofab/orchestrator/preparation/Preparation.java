package org.cosmofab.orchestrator.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Sha256;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.preparation.domain.Plausibility;
import org.cosmofab.orchestrator.preparation.domain.WarmUp;

/** Makes programs, once for each content. */
@ApplicationScoped
public class Preparation {
    private final Catalog catalog;
    private final Materials materials;
    private final PrintWork printing;
    private final PreparedPrograms programs;
    private final Map<String, CompletableFuture<Result<PreparedProgram>>> inWork = new ConcurrentHashMap<>();

    private final LatelyRefused refused;

    Preparation(
            Catalog catalog, Materials materials, PrintWork printing, PreparedPrograms programs, RealTime realTime) {
        this.catalog = catalog;
        this.materials = materials;
        this.printing = printing;
        this.programs = programs;
        this.refused = new LatelyRefused(realTime);
    }

    /**
     * The safe program of a part for a machine; blocks while a slicer works. Refused with line and reason; what was refused is
     * not tried again for ten minutes.
     */
    public Result<PreparedProgram> prepare(DesignVersion design, DesignVersion.Part part, Machine machine) {
        if (part.process() != machine.process()) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.PROCESS_DIFFERS,
                    machine.id() + " works by " + machine.process() + ", part " + part.name() + " by "
                            + part.process()));
        }
        if (!isKnownKind(part)) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.FILE_KIND_UNKNOWN,
                    part.file()
                            + ": give STL for a printer, SVG for a laser; other files and mills are not prepared yet"));
        }
        return material(part).then(material -> {
            String recipe = recipe(part, machine, material);
            return once(part, recipe, () -> make(recipe, design, part, machine, material))
                    .map(program -> program.as(design.id(), part.name(), machine.id()));
        });
    }

    /** The same recipe is worked on once, however many ask at a time, and not again if it is kept or was refused lately. */
    private Result<PreparedProgram> once(
            DesignVersion.Part part, String recipe, Supplier<Result<PreparedProgram>> work) {
        CompletableFuture<Result<PreparedProgram>> own = new CompletableFuture<>();
        CompletableFuture<Result<PreparedProgram>> others = inWork.putIfAbsent(recipe, own);
        if (others != null) {
            return others.join();
        }
        try {
            Result<PreparedProgram> made = known(part, recipe).orElseGet(() -> remembered(part, recipe, work.get()));
            own.complete(made);
            return made;
        } finally {
            inWork.remove(recipe);
            // Does nothing unless the work was broken off: nobody shall wait for it.
            own.completeExceptionally(new IllegalStateException("the work on the program was broken off"));
        }
    }

    private Result<PreparedProgram> remembered(DesignVersion.Part part, String recipe, Result<PreparedProgram> made) {
        if (made instanceof Result.Refused<PreparedProgram> no) {
            refused.remember(part, recipe, no.refusal());
        }
        return made;
    }

    private Optional<Result<PreparedProgram>> known(DesignVersion.Part part, String recipe) {
        return programs.byRecipe(recipe)
                .map(Result::done)
                .or(() -> refused.find(part, recipe).map(Result::refused));
    }

    /** A program as it was prepared for a material; for another the same bytes may use another weight. */
    public Optional<PreparedProgram> find(ProgramHash hash, MaterialId material) {
        return programs.byHash(hash, material);
    }

    /** The file with the program's exact bytes. */
    public Optional<Path> text(ProgramHash hash) {
        return Optional.of(programs.file(hash)).filter(Files::exists);
    }

    private Result<Material> material(DesignVersion.Part part) {
        Optional<Material> known = materials.material(part.material());
        if (known.isEmpty()) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.MATERIAL_UNKNOWN,
                    "part " + part.name() + " is of " + part.material()
                            + ", which this workshop does not know; define the material first"));
        }
        Material.Form needed = part.process() == Process.PRINT ? Material.Form.FILAMENT : Material.Form.SHEET;
        if (known.get().form() != needed) {
            return Result.refused(Refusal.of(
                    PreparationRefusal.MATERIAL_UNFIT,
                    "part " + part.name() + " is to be made by " + part.process() + " of " + part.material()
                            + ", which is no " + needed + "; choose another material"));
        }
        return Result.done(known.get());
    }

    private Result<PreparedProgram> make(
            String recipe, DesignVersion design, DesignVersion.Part part, Machine machine, Material material) {
        return file(design, part)
                .map(file -> new Work(design, part, file, machine, material))
                .then(work -> make(work)
                        .then(making -> check(work, making).map(passed -> {
                            PreparedProgram program = describe(work, making, passed);
                            programs.keep(recipe, program, passed.program().toBytes());
                            return program;
                        })));
    }

    private Result<byte[]> file(DesignVersion design, DesignVersion.Part part) {
        Optional<Path> file = catalog.file(design.id(), part.file());
        try {
            byte[] bytes = file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
            if (Sha256.of(bytes).equals(part.fileHash())) {
                return Result.done(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + part.file() + " of " + design.id(), e);
        }
        return Result.refused(Refusal.of(
                PreparationRefusal.PART_FILE_MISSING,
                part.file() + " of " + design.slug() + " is missing or changed on disk; publish the version again"));
    }

    /** Decided before any recipe: the recipe is of a file's bytes, not of its name. */
    private static boolean isKnownKind(DesignVersion.Part part) {
        String name = part.file().toLowerCase(Locale.ROOT);
        return switch (part.process()) {
            case PRINT -> name.endsWith(".stl");
            case LASER -> name.endsWith(".svg");
            case MILL -> false;
        };
    }

    private Result<Making> make(Work work) {
        return work.part().process() == Process.PRINT
                ? printing.make(work)
                : LaserWork.make(work.part(), work.file(), work.machine());
    }

    private static Result<Gate.Passed> check(Work work, Making making) {
        return Gate.check(making.code(), nameOf(work.part(), making), work.machine())
                .then(passed -> plausible(work, making, passed));
    }

    /** What a line number counts in: the file that ships the program, or the one it was made from. */
    private static String nameOf(DesignVersion.Part part, Making making) {
        return switch (making.origin()) {
            case SHIPPED -> part.shipped().orElseThrow().file();
            case SLICED -> "the program sliced from " + part.file();
            case CAM -> "the program made from " + part.file();
        };
    }

    private static Result<Gate.Passed> plausible(Work work, Making making, Gate.Passed passed) {
        if (making.solidMm3().isEmpty()) {
            return Result.done(passed);
        }
        double extruded =
                passed.analysis().distances().filamentVolume(work.material().thicknessMm());
        return Plausibility.fault(
                        extruded, making.solidMm3().getAsDouble(), work.part().hints())
                .map(why -> Result.<Gate.Passed>refused(
                        Refusal.of(PreparationRefusal.PROGRAM_IMPLAUSIBLE, nameOf(work.part(), making) + ": " + why)))
                .orElseGet(() -> Result.done(passed));
    }

    private static PreparedProgram describe(Work work, Making making, Gate.Passed passed) {
        byte[] bytes = passed.program().toBytes();
        double filament = passed.analysis().distances().filament();
        boolean prints = work.machine().process() == Process.PRINT;
        Duration motion = passed.analysis().duration();
        Material material = work.material();
        return new PreparedProgram(
                new ProgramHash(Sha256.of(bytes)),
                work.design().id(),
                work.part().name(),
                work.machine().id(),
                material.id(),
                // As exact as it is kept: the first who asks is told the same as all others.
                (prints ? motion.plus(WarmUp.of(passed.program())) : motion).truncatedTo(ChronoUnit.MILLIS),
                making.sheetMm2().isPresent()
                        ? material.milligramsOfSheet(making.sheetMm2().getAsDouble())
                        : material.milligramsOfFilament(filament),
                filament,
                passed.program().size(),
                bytes.length,
                making.origin(),
                making.note());
    }

    /** Hash of everything that decides the program and what is told of it. */
    private String recipe(DesignVersion.Part part, Machine machine, Material material) {
        return Sha256.of(String.join(
                        "\n",
                        List.of(
                                "recipe 2",
                                part.fileHash(),
                                material.id().value(),
                                material.densityMgPerMm3() + " " + material.thicknessMm(),
                                new TreeMap<>(part.hints()).toString(),
                                part.laser().toString(),
                                Gate.profile(machine).toString(),
                                Gate.limits(machine).toString(),
                                part.process() == Process.PRINT
                                        ? WarmUp.VERSION + " " + printing.maker(part)
                                        : LaserWork.VERSION))
                .getBytes(StandardCharsets.UTF_8));
    }
}
