package org.cosmofab.orchestrator.quoting.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "quote")
class QuoteRow {
    @Id
    UUID id;

    String issuer;
    String requester;
    String design;
    int quantity;

    @Column(name = "used_for")
    String use;

    @Column(length = 100000)
    String statement;

    /** Milligrams by material, a JSON object. */
    @Column(length = 4000)
    String needs;

    @Column(name = "promised_at")
    Instant promisedAt;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "valid_until")
    Instant validUntil;
}
