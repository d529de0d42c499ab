package org.cosmofab.orchestrator.preparation;

import java.nio.file.Path;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.ProgramHash;

/** Where prepared programs are kept: port of the store. */
public interface PreparedPrograms {

    /**
     * @param recipe hash of everything that decides the program
     */
    Optional<PreparedProgram> byRecipe(String recipe);

    Optional<PreparedProgram> byHash(ProgramHash hash);

    /** Keeps bytes, then facts; the same again changes nothing. */
    void keep(String recipe, PreparedProgram program, byte[] bytes);

    /** The file with a program's bytes; there once it was kept. */
    Path file(ProgramHash hash);
}
