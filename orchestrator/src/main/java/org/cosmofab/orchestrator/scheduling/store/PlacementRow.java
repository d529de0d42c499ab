package org.cosmofab.orchestrator.scheduling.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.scheduling.Placement;

@Entity
@Table(name = "placement")
class PlacementRow {
    @Id
    UUID operation;

    String machine;

    @Column(name = "start_at")
    Instant start;

    @Column(name = "end_at")
    Instant end;

    boolean pinned;

    void take(Placement placement) {
        operation = placement.operation().value();
        machine = placement.machine().value();
        start = placement.start();
        end = placement.end();
        pinned = placement.pinned();
    }

    Placement toPlacement() {
        return new Placement(new OperationId(operation), new MachineId(machine), start, end, pinned);
    }
}
