package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row that is there to be locked. */
@Entity
@Immutable
@Table(name = "settlement_lock")
class SettlementLockRow {
    @Id
    String name;
}
