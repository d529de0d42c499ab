package org.cosmofab.orchestrator.fabrication.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.cosmofab.orchestrator.kernel.MachineId;

@Entity
@Table(name = "machine_fence")
class FenceRow {
    @Id
    String machine;

    @Column(name = "last_fence")
    long last;

    static FenceRow of(MachineId machine) {
        FenceRow row = new FenceRow();
        row.machine = machine.value();
        return row;
    }

    long next() {
        last++;
        return last;
    }
}
