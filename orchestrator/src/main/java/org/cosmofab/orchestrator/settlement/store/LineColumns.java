package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.settlement.Statement;

/** A cost line in the table of its statement. */
@Embeddable
class LineColumns {
    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    Statement.Kind what;

    String about;
    long quantity;

    @Enumerated(EnumType.STRING)
    @Column(length = 3)
    Commodity commodity;

    long rate;
    long amount;

    static LineColumns of(Statement.Line line) {
        LineColumns columns = new LineColumns();
        columns.what = line.what();
        columns.about = line.about();
        columns.quantity = line.quantity().minorUnits();
        columns.commodity = line.quantity().commodity();
        columns.rate = line.rate().minorUnits();
        columns.amount = line.amount().minorUnits();
        return columns;
    }

    Statement.Line line() {
        return new Statement.Line(
                what, about, new Amount(quantity, commodity), Amount.microEuro(rate), Amount.microEuro(amount));
    }
}
