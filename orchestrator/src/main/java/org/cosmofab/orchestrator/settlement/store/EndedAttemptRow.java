package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.AttemptId;

/** An ended attempt that is not yet accounted for. */
@Entity
@Table(name = "ended_attempt")
class EndedAttemptRow {
    @Id
    @Column(name = "attempt_id")
    UUID attempt;

    static EndedAttemptRow of(AttemptId ended) {
        EndedAttemptRow row = new EndedAttemptRow();
        row.attempt = ended.value();
        return row;
    }
}
