package org.cosmofab.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.bridge.gcode.Analyser;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.testing.Neighbour;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.preparation.slicer.SystemSlicer;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.Meshes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs for the library's designs, with the slicer of this system. */
@QuarkusTest
class PreparationTest {
    private static final Machine PRINTER = Workbench.printer("p1");
    private static final Machine LASER = Workbench.laser("l1");
    private static final Pattern SLICERS_ESTIMATE =
            Pattern.compile("; estimated printing time \\(normal mode\\) = (?:(\\d+)h )?(?:(\\d+)m )?(\\d+)s");

    @Inject
    Preparation preparation;

    @Inject
    PrintWork printing;

    @Inject
    SystemSlicer slicer;

    @Inject
    Catalog catalog;

    @Inject
    Materials materials;

    @Inject
    PreparedPrograms programs;

    @Inject
    RealTime realTime;

    @TempDir
    Path folder;

    @BeforeEach
    void knowTheMaterials() {
        Neighbour.require("prusa-slicer");
        materials.define(Workbench.PLA);
        materials.define(Workbench.PLYWOOD);
    }

    @Test
    void preparesEveryPartOfTheLibrary() throws Exception {
        for (String name : DesignFolder.LIBRARY) {
            DesignVersion design = publish(DesignFolder.original(name));
            for (DesignVersion.Part part : design.parts()) {
                PreparedProgram program = prepare(design, part);
                boolean prints = part.process() == Process.PRINT;
                assertThat(program.origin())
                        .isEqualTo(prints ? PreparedProgram.Origin.SLICED : PreparedProgram.Origin.CAM);
                assertThat(program.part()).isEqualTo(part.name());
                assertThat(program.materialMilligrams()).isBetween(1_000L, 500_000L);
                assertThat(program.estimate()).isBetween(Duration.ofSeconds(20), Duration.ofHours(12));
                byte[] text =
                        Files.readAllBytes(preparation.text(program.hash()).orElseThrow());
                assertThat(DesignFolder.sha256(text)).isEqualTo(program.hash().value());
                assertThat(text).hasSize((int) program.bytes());
                assertThat(preparation.find(program.hash(), part.material()))
                        .hasValueSatisfying(found ->
                                assertThat(found.materialMilligrams()).isEqualTo(program.materialMilligrams()));
            }
        }
    }

    /** The same in what it makes and how long: the slicer itself now and then orders lines differently. */
    @Test
    void slicesTheSamePrograms() throws Exception {
        for (String name : DesignFolder.LIBRARY) {
            DesignVersion design = publish(DesignFolder.original(name));
            for (DesignVersion.Part part : design.parts()) {
                if (part.process() == Process.PRINT) {
                    assertThat(part.shipped().orElseThrow().madeWith())
                            .isEqualTo(slicer.version().orElseThrow());
                    Analysis shipped = measured(Files.readAllBytes(catalog.file(
                                    design.id(), part.shipped().orElseThrow().file())
                            .orElseThrow()));
                    Analysis own = measured(slice(design, part));
                    assertThat(own.distances().filament())
                            .as(name)
                            .isCloseTo(shipped.distances().filament(), withinPercentage(0.5));
                    assertThat((double) own.duration().toMillis())
                            .as(name)
                            .isCloseTo(shipped.duration().toMillis(), withinPercentage(1));
                }
            }
        }
    }

    private static Analysis measured(byte[] code) {
        return Sanitiser.sanitise(code, Dialect.MARLIN)
                .fold(safe -> Analyser.analyse(safe.program(), KinematicLimits.ofPrinter(1000)), refused -> {
                    throw new AssertionError(refused.toString());
                });
    }

    @Test
    void estimatesAsTheSlicerDoesAndAddsTheWarmUp() throws Exception {
        DesignVersion design = publish(DesignFolder.original("parts-tray"));
        DesignVersion.Part part = part(design, Process.PRINT);
        String shipped = Files.readString(
                catalog.file(design.id(), part.shipped().orElseThrow().file()).orElseThrow());
        Matcher told = SLICERS_ESTIMATE.matcher(shipped);
        assertThat(told.find()).isTrue();
        Duration slicers = Duration.ofHours(number(told.group(1)))
                .plusMinutes(number(told.group(2)))
                .plusSeconds(number(told.group(3)));
        Duration warmUp = Duration.ofSeconds(127);
        Duration motion = prepare(design, part).estimate().minus(warmUp);
        assertThat((double) motion.toSeconds() / slicers.toSeconds()).isBetween(0.97, 1.03);
    }

    @Test
    void makesEqualContentOnce() throws Exception {
        Counting counting = new Counting(programs);
        Preparation own = new Preparation(catalog, materials, printing, counting, realTime);
        DesignVersion first = publish(design("First of equals").path());
        DesignVersion second = publish(design("Second of equals").path());

        PreparedProgram one = own.prepare(first, first.parts().get(0), PRINTER).orThrow();
        PreparedProgram same = own.prepare(first, first.parts().get(0), PRINTER).orThrow();
        PreparedProgram other = own.prepare(second, second.parts().get(0), Workbench.printer("p2"))
                .orThrow();
        assertThat(same).isEqualTo(one);
        assertThat(other.hash()).isEqualTo(one.hash());
        assertThat(other.design()).isEqualTo(second.id());
        assertThat(other.machine().value()).isEqualTo("p2");
        assertThat(counting.kept()).isLessThanOrEqualTo(1);
    }

    @Test
    void findsTheSameBytesForEachMaterialAsItWeighsThere() {
        Material acrylic =
                new Material(new MaterialId("acrylic-3"), Material.Form.SHEET, Map.of("en", "Acrylic"), 1.18, 3);
        materials.define(acrylic);
        DesignVersion design = publish(DesignFolder.original("cable-rail"));
        DesignVersion.Part wooden = part(design, Process.LASER);
        DesignVersion.Part clear = new DesignVersion.Part(
                wooden.name(),
                wooden.process(),
                wooden.file(),
                wooden.fileHash(),
                acrylic.id(),
                wooden.quantity(),
                wooden.hints(),
                wooden.laser(),
                wooden.shipped());

        PreparedProgram ofWood = prepare(design, wooden);
        PreparedProgram ofAcrylic = prepare(design, clear);

        assertThat(ofAcrylic.hash()).isEqualTo(ofWood.hash());
        assertThat(ofAcrylic.materialMilligrams()).isGreaterThan(ofWood.materialMilligrams());
        for (PreparedProgram program : List.of(ofWood, ofAcrylic)) {
            assertThat(preparation
                            .find(program.hash(), program.material())
                            .orElseThrow()
                            .materialMilligrams())
                    .isEqualTo(program.materialMilligrams());
        }
    }

    @Test
    void whatWasRefusedIsNotTriedAgainForAWhile() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        PrintWork counted = new PrintWork(slicer, catalog) {
            @Override
            Result<Making> make(Work work) {
                tries.incrementAndGet();
                return super.make(work);
            }
        };
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
        Preparation own = new Preparation(catalog, materials, counted, programs, now::get);
        DesignVersion holed = publish(design("Refused for a while")
                .write("export/corners.stl", Meshes.binary(Meshes.without(Meshes.box(31, 31, 31), 1)))
                .sealed("programs/corners.gcode", "export/corners.stl")
                .path());
        Supplier<Result<PreparedProgram>> asking =
                () -> own.prepare(holed, holed.parts().get(0), PRINTER);

        Result<PreparedProgram> first = asking.get();
        now.set(now.get().plus(LatelyRefused.REMEMBERED).minusMillis(1));
        assertThat(asking.get()).isEqualTo(first).isInstanceOf(Result.Refused.class);
        assertThat(tries).hasValue(1);
        now.set(now.get().plusMillis(1));
        assertThat(asking.get()).isEqualTo(first);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aFileThatIsPutRightIsTakenAtOnce() throws Exception {
        DesignVersion design = publish(design("Put right at once").path());
        Path file = catalog.file(design.id(), "export/corners.stl").orElseThrow();
        byte[] whole = Files.readAllBytes(file);
        Machine tall = Workbench.with(PRINTER, new Machine.Envelope(0, 0, 0, 220, 220, 251));
        Files.write(file, new byte[] {1});
        assertThat(preparation.prepare(design, design.parts().get(0), tall)).isInstanceOf(Result.Refused.class);

        Files.write(file, whole);

        assertThat(preparation.prepare(design, design.parts().get(0), tall)).isInstanceOf(Result.Done.class);
    }

    @Test
    void slicesOnceForTenWhoAskAtATime() throws Exception {
        Counting counting = new Counting(programs);
        Preparation own = new Preparation(catalog, materials, printing, counting, realTime);
        DesignVersion design = publish(design("Wanted by ten")
                .replace("cosmofab.yml", "infill: 20", "infill: 21")
                .path());
        Callable<PreparedProgram> asking =
                () -> own.prepare(design, design.parts().get(0), PRINTER).orThrow();
        ExecutorService crowd = Executors.newFixedThreadPool(10);
        try {
            for (Future<PreparedProgram> one : crowd.invokeAll(Collections.nCopies(10, asking))) {
                assertThat(one.get()).isEqualTo(asking.call());
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(counting.kept()).isEqualTo(1);
    }

    @Test
    void triesAgainAfterWorkThatWasBrokenOff() throws Exception {
        Counting counting = new Counting(programs);
        Preparation own = new Preparation(catalog, materials, printing, counting, realTime);
        DesignVersion design = publish(design("Broken off")
                .replace("cosmofab.yml", "infill: 20", "infill: 22")
                .path());
        counting.failOnce();
        assertThatThrownBy(() -> own.prepare(design, design.parts().get(0), PRINTER))
                .hasMessageContaining("the disk is full");
        assertThat(own.prepare(design, design.parts().get(0), PRINTER).orThrow().lines())
                .isPositive();
    }

    @Test
    void makesAProgramAgainWhoseFileWasLostOrCutOff() throws Exception {
        DesignVersion design = publish(DesignFolder.original("cable-rail"));
        DesignVersion.Part part = part(design, Process.LASER);
        PreparedProgram program = prepare(design, part);
        Path file = preparation.text(program.hash()).orElseThrow();
        byte[] whole = Files.readAllBytes(file);

        Files.delete(file);
        assertThat(prepare(design, part)).isEqualTo(program);
        assertThat(file).hasBinaryContent(whole);
        Files.write(file, java.util.Arrays.copyOf(whole, 100));
        assertThat(prepare(design, part)).isEqualTo(program);
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void makesOtherProgramsForOtherMachinesAndHints() throws Exception {
        DesignVersion design = publish(DesignFolder.original("cable-rail"));
        DesignVersion.Part part = part(design, Process.LASER);
        Machine shifted = Workbench.with(LASER, new Machine.Envelope(-600, -400, 0, 0, 0, 50));
        PreparedProgram usual = prepare(design, part);
        PreparedProgram moved = preparation.prepare(design, part, shifted).orThrow();
        assertThat(moved.hash()).isNotEqualTo(usual.hash());
        assertThat(moved.lines()).isEqualTo(usual.lines());
    }

    @Test
    void slicesForABedThatLiesElsewhere() throws Exception {
        DesignVersion design = publish(DesignFolder.original("sheet-corner"));
        Machine large = Workbench.with(PRINTER, new Machine.Envelope(-150, -150, 0, 250, 250, 300));
        assertThat(preparation
                        .prepare(design, design.parts().get(0), large)
                        .orThrow()
                        .lines())
                .isPositive();
    }

    @Test
    void knowsNoProgramThatWasNotPrepared() {
        ProgramHash unknown = new ProgramHash("0".repeat(64));
        assertThat(preparation.find(unknown, Workbench.PLA.id())).isEmpty();
        assertThat(preparation.text(unknown)).isEmpty();
    }

    private DesignFolder design(String title) throws Exception {
        return DesignFolder.copyOf("sheet-corner", Files.createTempDirectory(folder, "design"))
                .titled(title);
    }

    private byte[] slice(DesignVersion design, DesignVersion.Part part) throws Exception {
        byte[] mesh = Files.readAllBytes(catalog.file(design.id(), part.file()).orElseThrow());
        Making making = printing.make(new Work(design, part, mesh, PRINTER, Workbench.PLA))
                .orThrow();
        return sanitised(making.code());
    }

    private static byte[] sanitised(byte[] code) {
        return Sanitiser.sanitise(code, Dialect.MARLIN)
                .fold(Sanitised.Safe::program, refused -> {
                    throw new AssertionError(refused);
                })
                .toBytes();
    }

    private PreparedProgram prepare(DesignVersion design, DesignVersion.Part part) {
        return preparation
                .prepare(design, part, part.process() == Process.PRINT ? PRINTER : LASER)
                .orThrow();
    }

    private static DesignVersion.Part part(DesignVersion design, Process process) {
        return design.parts().stream()
                .filter(part -> part.process() == process)
                .findFirst()
                .orElseThrow();
    }

    private DesignVersion publish(Path design) {
        return catalog.publish(design, Parties.WORKSHOP).orThrow();
    }

    private static long number(String group) {
        return group == null ? 0 : Long.parseLong(group);
    }
}
