package org.cosmofab.orchestrator.preparation;

import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;

/** Machines and materials for tests, as the library's designs want them. */
final class Workbench {
    static final Material PLA =
            new Material(new MaterialId("pla"), Material.Form.FILAMENT, Map.of("en", "PLA", "fr", "PLA"), 1.24, 1.75);
    static final Material PLYWOOD = new Material(
            new MaterialId("plywood-3"),
            Material.Form.SHEET,
            Map.of("en", "Plywood 3 mm", "fr", "Contreplaqué 3 mm"),
            0.68,
            3);

    private Workbench() {}

    static Machine printer(String id) {
        return machine(
                id,
                Process.PRINT,
                new Machine.Envelope(0, 0, 0, 220, 220, 250),
                new Machine.Limits(275, 110, 12_000, 0, 150));
    }

    static Machine laser(String id) {
        return machine(
                id,
                Process.LASER,
                new Machine.Envelope(0, 0, 0, 600, 400, 50),
                new Machine.Limits(0, 0, 12_000, 1000, 300));
    }

    static Machine with(Machine machine, Machine.Envelope envelope) {
        return machine(machine.id().value(), machine.process(), envelope, machine.limits());
    }

    private static Machine machine(String id, Process process, Machine.Envelope envelope, Machine.Limits limits) {
        return new Machine(
                new MachineId(id),
                id,
                process,
                process == Process.PRINT ? Machine.Dialect.MARLIN : Machine.Dialect.GRBL,
                new AgentId("bench"),
                envelope,
                limits,
                Optional.empty());
    }
}
