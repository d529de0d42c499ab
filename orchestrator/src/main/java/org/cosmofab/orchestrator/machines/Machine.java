package org.cosmofab.orchestrator.machines;

import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;

/**
 * A registered machine.
 *
 * @param agent the agent that speaks to it
 * @param envelope where it may move
 * @param limits what it may be asked for
 * @param loaded the material on it, if any
 */
public record Machine(
        MachineId id,
        String name,
        Process process,
        Dialect dialect,
        AgentId agent,
        Envelope envelope,
        Limits limits,
        Optional<Loaded> loaded) {

    public Machine withLoaded(Loaded material) {
        return new Machine(id, name, process, dialect, agent, envelope, limits, Optional.of(material));
    }

    /** The firmware's dialect. */
    public enum Dialect {
        MARLIN,
        GRBL
    }

    /** Millimetres, in work co-ordinates. */
    public record Envelope(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {}

    /**
     * @param nozzleMax degrees Celsius, 0 if there is none
     * @param bedMax degrees Celsius, 0 if there is none
     * @param feedMax millimetres per minute
     * @param powerMax largest S word; 0 if there is none
     * @param wattsRunning electric power while it runs, from its profile
     */
    public record Limits(double nozzleMax, double bedMax, double feedMax, double powerMax, double wattsRunning) {}

    /** What lies or hangs on the machine. */
    public record Loaded(MaterialId material, LotId lot) {}
}
