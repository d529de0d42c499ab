package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** A reservation as kept. */
@Entity
@Table(name = "reservation")
class ReservationRow {
    @Id
    UUID id;

    @Column(name = "order_id", nullable = false)
    UUID order;

    @Column(nullable = false, length = 40)
    String material;

    @Column(nullable = false)
    long milligrams;

    static ReservationRow of(UUID id, OrderId order, MaterialId material, long milligrams) {
        ReservationRow row = new ReservationRow();
        row.id = id;
        row.order = order.value();
        row.material = material.value();
        row.milligrams = milligrams;
        return row;
    }
}
