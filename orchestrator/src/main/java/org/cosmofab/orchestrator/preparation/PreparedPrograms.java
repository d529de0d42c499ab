package org.cosmofab.orchestrator.preparation;

import java.nio.file.Path;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;

/** Where prepared programs are kept: port of the store. */
public interface PreparedPrograms {

    /**
     * @param recipe hash of everything that decides the program
     */
    Optional<PreparedProgram> byRecipe(String recipe);

    /** One of a material: the same bytes may be kept for several, of which each weighs otherwise. */
    Optional<PreparedProgram> byHash(ProgramHash hash, MaterialId material);

    /** Keeps bytes, then facts; the same again changes nothing. */
    void keep(String recipe, PreparedProgram program, byte[] bytes);

    /** The file with a program's bytes; there once it was kept. */
    Path file(ProgramHash hash);
}
