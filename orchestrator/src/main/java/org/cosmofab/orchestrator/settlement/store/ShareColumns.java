package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement;
import org.jspecify.annotations.Nullable;

/** A share of a fee in the table of its statement. */
@Embeddable
class ShareColumns {
    String party;

    @Column(name = "level")
    @Nullable
    Integer level;

    @Nullable
    String design;

    long amount;

    static ShareColumns of(Statement.Share share) {
        ShareColumns columns = new ShareColumns();
        columns.party = share.party().value();
        columns.level = share.level().orElse(null);
        columns.design = share.design().orElse(null);
        columns.amount = share.amount().minorUnits();
        return columns;
    }

    Statement.Share share() {
        return new Statement.Share(
                new PartyId(party), Optional.ofNullable(level), Optional.ofNullable(design), Amount.microEuro(amount));
    }
}
