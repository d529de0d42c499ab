package org.cosmofab.orchestrator.fabrication.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "machine_fence")
class FenceRow {
    @Id
    String machine;

    @Column(name = "last_fence")
    long last;

    static FenceRow first(String machine) {
        FenceRow row = new FenceRow();
        row.machine = machine;
        row.last = 1;
        return row;
    }

    // Changes are noticed only if the row makes them itself.
    long next() {
        last++;
        return last;
    }
}
