package org.cosmofab.orchestrator.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;

/** Makes programs, once for each content. */
@ApplicationScoped
public class Preparation {

    /** The safe program of a part for a machine; blocks while a slicer works. Refused with line and reason. */
    public Result<PreparedProgram> prepare(DesignVersion design, DesignVersion.Part part, Machine machine) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<PreparedProgram> find(ProgramHash hash) {
        throw new IllegalStateException("not built yet");
    }

    /** The file with the program's exact bytes. */
    public Optional<Path> text(ProgramHash hash) {
        throw new IllegalStateException("not built yet");
    }
}
