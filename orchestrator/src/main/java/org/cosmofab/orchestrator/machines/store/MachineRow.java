package org.cosmofab.orchestrator.machines.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.Machine;
import org.jspecify.annotations.Nullable;

/** A machine as kept. */
@Entity
@Table(name = "machine")
class MachineRow {
    @Id
    @Column(length = 40)
    String id;

    @Column(nullable = false, length = 100)
    String name;

    @Column(nullable = false, length = 20)
    String process;

    @Column(nullable = false, length = 20)
    String dialect;

    @Column(nullable = false, length = 40)
    String agent;

    @Column(name = "min_x", nullable = false)
    double minX;

    @Column(name = "min_y", nullable = false)
    double minY;

    @Column(name = "min_z", nullable = false)
    double minZ;

    @Column(name = "max_x", nullable = false)
    double maxX;

    @Column(name = "max_y", nullable = false)
    double maxY;

    @Column(name = "max_z", nullable = false)
    double maxZ;

    @Column(name = "nozzle_max", nullable = false)
    double nozzleMax;

    @Column(name = "bed_max", nullable = false)
    double bedMax;

    @Column(name = "feed_max", nullable = false)
    double feedMax;

    @Column(name = "power_max", nullable = false)
    double powerMax;

    @Column(name = "watts_running", nullable = false)
    double wattsRunning;

    @Nullable
    @Column(name = "loaded_material", length = 40)
    String loadedMaterial;

    @Nullable
    @Column(name = "loaded_lot", length = 60)
    String loadedLot;

    @Column(nullable = false, length = 64)
    String issuer;

    @Version
    long version;

    static MachineRow of(Machine machine, String issuer) {
        MachineRow row = new MachineRow();
        row.id = machine.id().value();
        row.issuer = issuer;
        row.take(machine);
        return row;
    }

    void take(Machine machine) {
        name = machine.name();
        process = machine.process().name();
        dialect = machine.dialect().name();
        agent = machine.agent().value();
        Machine.Envelope envelope = machine.envelope();
        minX = envelope.minX();
        minY = envelope.minY();
        minZ = envelope.minZ();
        maxX = envelope.maxX();
        maxY = envelope.maxY();
        maxZ = envelope.maxZ();
        Machine.Limits limits = machine.limits();
        nozzleMax = limits.nozzleMax();
        bedMax = limits.bedMax();
        feedMax = limits.feedMax();
        powerMax = limits.powerMax();
        wattsRunning = limits.wattsRunning();
        loadedMaterial = machine.loaded().map(l -> l.material().value()).orElse(null);
        loadedLot = machine.loaded().map(l -> l.lot().value()).orElse(null);
    }

    Machine toMachine() {
        return new Machine(
                new MachineId(id),
                name,
                Process.valueOf(process),
                Machine.Dialect.valueOf(dialect),
                new AgentId(agent),
                new Machine.Envelope(minX, minY, minZ, maxX, maxY, maxZ),
                new Machine.Limits(nozzleMax, bedMax, feedMax, powerMax, wattsRunning),
                loaded());
    }

    private Optional<Machine.Loaded> loaded() {
        if (loadedMaterial == null || loadedLot == null) {
            return Optional.empty();
        }
        return Optional.of(new Machine.Loaded(new MaterialId(loadedMaterial), new LotId(loadedLot)));
    }
}
