package org.cosmofab.orchestrator.passports;

import java.time.Instant;
import java.util.List;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.OrderId;

/**
 * The public record of one made thing; names no requester.
 *
 * @param attempts those that made it
 */
public record Passport(
        OrderId order, DesignVersion design, String workshop, int quantity, Instant madeAt, List<Attempt> attempts) {

    public Passport {
        attempts = List.copyOf(attempts);
    }
}
