package org.cosmofab.orchestrator.quoting.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.quoting.Quote;

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

    static QuoteRow of(Quote quote, String statement, String needs, String issuer) {
        QuoteRow row = new QuoteRow();
        row.id = quote.id().value();
        row.issuer = issuer;
        row.requester = quote.requester().value();
        row.design = quote.design().value();
        row.quantity = quote.quantity();
        row.use = quote.use().name();
        row.statement = statement;
        row.needs = needs;
        row.promisedAt = quote.promisedAt();
        row.askedAt = quote.askedAt();
        row.validUntil = quote.validUntil();
        return row;
    }
}
