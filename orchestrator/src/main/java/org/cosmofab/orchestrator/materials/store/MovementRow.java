package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.materials.Lot;

@Entity
@Table(name = "material_movement")
class MovementRow {
    @Id
    @Column(length = 100)
    String reference;

    @Column(nullable = false, length = 60)
    String lot;

    @Column(nullable = false)
    long milligrams;

    @Column(name = "order_id", nullable = false)
    UUID order;

    @Column(name = "moved_at", nullable = false)
    Instant movedAt;

    static MovementRow of(String reference, Lot lot, long milligrams, OrderId order, Instant movedAt) {
        MovementRow row = new MovementRow();
        row.reference = reference;
        row.lot = lot.id().value();
        row.milligrams = milligrams;
        row.order = order.value();
        row.movedAt = movedAt;
        return row;
    }
}
