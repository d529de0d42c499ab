package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.settlement.domain.Bill;
import org.hibernate.annotations.Immutable;

/** A payment in its table. */
@Entity
@Immutable
@Table(name = "payment")
class PaymentRow {
    @Id
    @Column(name = "order_id")
    UUID order;

    long amount;

    @Column(name = "paid_at")
    Instant paidAt;

    @Column(name = "recorded_by")
    String recordedBy;

    static PaymentRow of(Bill bill, Instant at, String by) {
        PaymentRow row = new PaymentRow();
        row.order = bill.order().value();
        row.amount = bill.statement().total().minorUnits();
        row.paidAt = at;
        row.recordedBy = by;
        return row;
    }
}
