package org.cosmofab.orchestrator.accounting.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry that waits for the sequencer. */
@Entity
@Table(name = "unsealed_entry")
class UnsealedRow {
    @Id
    @Column(name = "entry_number")
    Long entryNumber;

    static UnsealedRow of(long entryNumber) {
        UnsealedRow row = new UnsealedRow();
        row.entryNumber = entryNumber;
        return row;
    }
}
