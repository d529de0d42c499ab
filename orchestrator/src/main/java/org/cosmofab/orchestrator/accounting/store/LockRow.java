package org.cosmofab.orchestrator.accounting.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row that is there to be locked. */
@Entity
@Immutable
@Table(name = "book_lock")
class LockRow {
    @Id
    String name;
}
