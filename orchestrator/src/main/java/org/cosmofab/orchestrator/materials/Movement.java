package org.cosmofab.orchestrator.materials;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.OrderId;

/**
 * Material came into a lot or went out of it; never changed.
 *
 * @param milligrams more than 0 when it came in, less when it was used
 * @param order it was used for
 * @param reference names what happened; no two movements have the same
 * @param at workshop time
 */
public record Movement(LotId lot, long milligrams, Optional<OrderId> order, String reference, Instant at) {
    private static final String RECEIPT = "receipt:";

    /** The reference under which a lot came in. */
    static String receipt(LotId lot) {
        return RECEIPT + lot.value();
    }
}
