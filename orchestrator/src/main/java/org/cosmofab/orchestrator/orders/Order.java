package org.cosmofab.orchestrator.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;

/**
 * Somebody asks for things to be made.
 *
 * @param number what people call it, growing from 1001
 * @param pricedBy the rules its requester was told the price by; orders of old do not tell
 * @param milestones when each stage was reached, by stage, in workshop time
 * @param note why it waits, if it waits for something unusual; may be empty
 */
public record Order(
        OrderId id,
        long number,
        QuoteId quote,
        PartyId requester,
        DesignVersionId design,
        int quantity,
        Use use,
        Instant promisedAt,
        Optional<PricedBy> pricedBy,
        Stage stage,
        Map<Stage, Instant> milestones,
        String note,
        List<Operation> operations) {

    public Order {
        milestones = Map.copyOf(milestones);
        operations = List.copyOf(operations);
    }

    /** Versions of the workshop's tariff and of the association's fee policy. */
    public record PricedBy(String tariff, String policy) {}

    /** How far an order is; the sealed states behind it are the domain's. */
    public enum Stage {
        PLACED,
        MAKING,
        MADE,
        SETTLED,
        PAID,
        DISTRIBUTED,
        CANCELLED
    }
}
