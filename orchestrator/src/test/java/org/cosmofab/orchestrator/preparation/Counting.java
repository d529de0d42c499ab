package org.cosmofab.orchestrator.preparation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;

/** Counts the programs that are kept, each of which was made before, and can fail to keep one. */
final class Counting implements PreparedPrograms {
    private final PreparedPrograms programs;
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicBoolean fails = new AtomicBoolean();

    Counting(PreparedPrograms programs) {
        this.programs = programs;
    }

    int kept() {
        return kept.get();
    }

    void failOnce() {
        fails.set(true);
    }

    @Override
    public Optional<PreparedProgram> byRecipe(String recipe) {
        return programs.byRecipe(recipe);
    }

    @Override
    public Optional<PreparedProgram> byHash(ProgramHash hash, MaterialId material) {
        return programs.byHash(hash, material);
    }

    @Override
    public void keep(String recipe, PreparedProgram program, byte[] bytes) {
        if (fails.getAndSet(false)) {
            throw new IllegalStateException("the disk is full");
        }
        kept.incrementAndGet();
        programs.keep(recipe, program, bytes);
    }

    @Override
    public Path file(ProgramHash hash) {
        return programs.file(hash);
    }
}
