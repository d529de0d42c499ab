package org.cosmofab.orchestrator.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "unplaced")
class UnplacedRow {
    @Id
    UUID operation;

    String code;

    /** A JSON object of texts. */
    String facts;
}
