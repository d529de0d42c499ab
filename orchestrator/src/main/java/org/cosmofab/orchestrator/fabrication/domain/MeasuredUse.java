package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.orders.Operation;

/** What an attempt used, from what its agent measured. */
public final class MeasuredUse {
    /** One handling for each attempt that began, however it ended: somebody loaded the machine and has to clear it. */
    static final Duration LABOUR = Operation.HANDLING;

    private MeasuredUse() {}

    /**
     * @param sheetMilligrams what the program takes of a sheet, whole: what is cut away cannot be used again
     */
    public static Attempt.Used of(
            Assignment assignment, AgentReport.Facts facts, Material material, long sheetMilligrams) {
        boolean began = facts.linesAcknowledged() > 0;
        long milligrams = material.form() == Material.Form.FILAMENT
                ? material.milligramsOfFilament(facts.extrudedMm())
                : facts.beamOnMm() > 0 ? sheetMilligrams : 0;
        return new Attempt.Used(
                Math.round(facts.machineSeconds()),
                assignment.loaded().material(),
                assignment.loaded().lot(),
                milligrams,
                Math.round(facts.wattHours()),
                facts.metered(),
                began ? LABOUR.toSeconds() : 0);
    }
}
