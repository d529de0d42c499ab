package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A reservation as kept. */
@Entity
@Table(name = "reservation")
class ReservationRow {
    @Id
    UUID id;

    @Column(name = "order_id", nullable = false)
    UUID order;

    @Column(nullable = false, length = 60)
    String lot;

    @Column(nullable = false, length = 40)
    String material;

    @Column(nullable = false)
    long milligrams;
}
