package org.cosmofab.orchestrator.quoting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.orders.Order;

/** Says before an order what it costs and when it is done. */
@ApplicationScoped
public class Quotes {

    /** Prepares every part, prices it and promises a time; keeps the quote. */
    public Result<Quote> ask(PartyId requester, DesignVersionId design, int quantity, Use use) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Quote> find(QuoteId id) {
        throw new IllegalStateException("not built yet");
    }

    /** Makes the order; the same quote again answers the same order. */
    public Result<Order> accept(QuoteId id, PartyId by) {
        throw new IllegalStateException("not built yet");
    }
}
