package org.cosmofab.orchestrator.scheduling.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** There is one: the plan last published. */
@Entity
@Table(name = "schedule_plan")
class PlanRow {
    static final int ONLY = 1;

    @Id
    int id = ONLY;

    @Column(name = "planned_at")
    Instant plannedAt;

    static PlanRow of(Instant plannedAt) {
        PlanRow row = new PlanRow();
        row.plannedAt = plannedAt;
        return row;
    }

    // Changes are noticed only if the row makes them itself.
    void planned(Instant at) {
        plannedAt = at;
    }
}
