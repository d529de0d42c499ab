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
}
