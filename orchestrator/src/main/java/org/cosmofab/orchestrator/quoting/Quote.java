package org.cosmofab.orchestrator.quoting;

import java.time.Instant;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.settlement.Statement;

/** Price and promise with their reasons, given before an order. */
public record Quote(
        QuoteId id,
        PartyId requester,
        DesignVersionId design,
        int quantity,
        Use use,
        Statement statement,
        Instant promisedAt,
        Instant askedAt,
        Instant validUntil) {}
