package org.cosmofab.orchestrator.preparation;

import java.time.Duration;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;

/**
 * A program that passed the safety gate of the machine it is for.
 *
 * @param estimate machine time by the look-ahead planner
 * @param materialMilligrams material it will use: filament, or the sheet's area it takes
 * @param extrudedMm filament it pushes
 * @param lines program lines
 * @param bytes exact length
 * @param origin where it came from
 * @param note what a person should know about its making, such as that no slicer was there; may be empty
 */
public record PreparedProgram(
        ProgramHash hash,
        DesignVersionId design,
        String part,
        MachineId machine,
        MaterialId material,
        Duration estimate,
        long materialMilligrams,
        double extrudedMm,
        int lines,
        long bytes,
        Origin origin,
        String note) {

    /** The same program, told of by another part of equal content and its machine. */
    PreparedProgram as(DesignVersionId otherDesign, String otherPart, MachineId otherMachine) {
        return new PreparedProgram(
                hash,
                otherDesign,
                otherPart,
                otherMachine,
                material,
                estimate,
                materialMilligrams,
                extrudedMm,
                lines,
                bytes,
                origin,
                note);
    }

    /** How a program was made. */
    public enum Origin {
        SLICED,
        SHIPPED,
        CAM
    }
}
