package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.cosmofab.orchestrator.settlement.domain.Statements;

/** An ended attempt that is not yet accounted for. */
@Entity
@Table(name = "ended_attempt")
class EndedAttemptRow {
    @Id
    @Column(name = "attempt_id")
    UUID attempt;

    @Column(name = "order_id")
    UUID order;

    boolean parked;

    static EndedAttemptRow of(Statements.Ended ended) {
        EndedAttemptRow row = new EndedAttemptRow();
        row.attempt = ended.attempt().value();
        row.order = ended.order().value();
        return row;
    }
}
