package org.cosmofab.orchestrator.accounting.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cosmofab.orchestrator.accounting.domain.Seal;
import org.hibernate.annotations.Immutable;

/** A seal in its table. */
@Entity
@Immutable
@Table(name = "seal")
class SealRow {
    @Id
    Long number;

    String previous;

    @Column(name = "sealed_at")
    Instant sealedAt;

    String hash;

    @ElementCollection
    @CollectionTable(name = "seal_entry", joinColumns = @JoinColumn(name = "seal_number"))
    @OrderColumn(name = "place")
    @Column(name = "entry_number")
    List<Long> members = new ArrayList<>();

    static SealRow of(Seal seal) {
        SealRow row = new SealRow();
        row.number = seal.number();
        row.previous = seal.previous();
        row.sealedAt = seal.sealedAt();
        row.hash = seal.hash();
        seal.members().forEach(member -> row.members.add(member.entry()));
        return row;
    }
}
