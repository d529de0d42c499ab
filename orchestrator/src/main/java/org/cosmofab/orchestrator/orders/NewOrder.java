package org.cosmofab.orchestrator.orders;

import java.time.Instant;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;

/**
 * An accepted quote, about to become an order. One quote makes one order.
 *
 * @param pricedBy the rules its requester was told the price by
 */
public record NewOrder(
        QuoteId quote,
        PartyId requester,
        DesignVersionId design,
        int quantity,
        Use use,
        Instant promisedAt,
        Order.PricedBy pricedBy) {}
