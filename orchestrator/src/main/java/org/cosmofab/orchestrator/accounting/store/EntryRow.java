package org.cosmofab.orchestrator.accounting.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;

/** An entry in its table. */
@Entity
@Immutable
@Table(name = "journal_entry")
class EntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "journal_number")
    @SequenceGenerator(name = "journal_number", sequenceName = "journal_number", allocationSize = 1)
    Long number;

    UUID id;
    String issuer;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String reason;

    @Column(name = "content_hash")
    String contentHash;

    @ElementCollection
    @CollectionTable(name = "transfer", joinColumns = @JoinColumn(name = "entry_number"))
    @OrderColumn(name = "place")
    @BatchSize(size = 200)
    List<TransferColumns> transfers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "journal_reference", joinColumns = @JoinColumn(name = "entry_number"))
    @MapKeyColumn(name = "name")
    @Column(name = "content")
    @BatchSize(size = 200)
    Map<String, String> references = new HashMap<>();

    static EntryRow of(String issuer, JournalEntry entry, String contentHash) {
        EntryRow row = new EntryRow();
        row.id = entry.id();
        row.issuer = issuer;
        row.occurredAt = entry.occurredAt();
        row.reason = entry.reason();
        row.contentHash = contentHash;
        entry.transfers().forEach(transfer -> row.transfers.add(TransferColumns.of(transfer)));
        row.references.putAll(entry.references());
        return row;
    }

    JournalEntry entry() {
        return new JournalEntry(
                id,
                occurredAt,
                reason,
                transfers.stream().map(TransferColumns::transfer).toList(),
                references);
    }
}
