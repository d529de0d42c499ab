package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.materials.Movement;
import org.jspecify.annotations.Nullable;

/** A movement as kept; never changed. */
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

    @Nullable
    @Column(name = "order_id")
    UUID order;

    @Column(name = "moved_at", nullable = false)
    Instant movedAt;

    @Column(nullable = false, length = 64)
    String issuer;

    static MovementRow of(Movement movement, String issuer) {
        MovementRow row = new MovementRow();
        row.reference = movement.reference();
        row.lot = movement.lot().value();
        row.milligrams = movement.milligrams();
        row.order = movement.order().map(OrderId::value).orElse(null);
        row.movedAt = movement.at();
        row.issuer = issuer;
        return row;
    }

    Movement toMovement() {
        return new Movement(
                new LotId(lot), milligrams, Optional.ofNullable(order).map(OrderId::new), reference, movedAt);
    }
}
