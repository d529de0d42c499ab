package org.cosmofab.orchestrator.fabrication;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;

/**
 * One physical try of an operation on one machine.
 *
 * @param reason why it is not running or did not end well; may be empty
 * @param line last line acknowledged, of so many lines
 * @param used what was measured, once it ended
 */
public record Attempt(
        AttemptId id,
        OperationId operation,
        OrderId order,
        MachineId machine,
        ProgramHash program,
        Stage stage,
        Instant assignedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        int line,
        int lines,
        String reason,
        Optional<Used> used) {

    /** How far an attempt is. */
    public enum Stage {
        ASSIGNED,
        ACCEPTED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        REFUSED,
        EXPIRED,
        /** Contact lost: a person decides. */
        UNCERTAIN
    }

    /**
     * What an attempt really used.
     *
     * @param machineSeconds as the firmware reports them
     * @param milligrams of the lot
     * @param wattHours from the meter, or from the machine's profile
     * @param labourSeconds people's time for loading and clearing
     */
    public record Used(
            long machineSeconds,
            MaterialId material,
            LotId lot,
            long milligrams,
            long wattHours,
            boolean energyMetered,
            long labourSeconds) {}
}
