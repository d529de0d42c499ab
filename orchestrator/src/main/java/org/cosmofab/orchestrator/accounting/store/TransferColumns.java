package org.cosmofab.orchestrator.accounting.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/** A transfer in the table of its entry. */
@Embeddable
class TransferColumns {
    String debit;
    String credit;

    @Column(name = "minor_units")
    long minorUnits;

    @Enumerated(EnumType.STRING)
    @Column(length = 3)
    Commodity commodity;

    static TransferColumns of(Transfer transfer) {
        TransferColumns columns = new TransferColumns();
        columns.debit = transfer.debit().value();
        columns.credit = transfer.credit().value();
        columns.minorUnits = transfer.amount().minorUnits();
        columns.commodity = transfer.amount().commodity();
        return columns;
    }

    Transfer transfer() {
        return new Transfer(new AccountId(debit), new AccountId(credit), new Amount(minorUnits, commodity));
    }
}
