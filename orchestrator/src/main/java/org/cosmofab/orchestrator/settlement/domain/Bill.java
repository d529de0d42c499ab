package org.cosmofab.orchestrator.settlement.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement;

/**
 * What is settled of an order, and for whom.
 *
 * @param job name of the order in the books, such as {@code job-1001}
 */
public record Bill(OrderId order, String job, PartyId requester, DesignVersionId design, Statement statement) {

    /** What every entry of this order refers to. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("order", order.toString());
        references.put("job", job);
        references.put("design", design.value());
        references.put("tariff", statement.tariffVersion());
        references.put("policy", statement.policyVersion());
        references.put("rule", String.valueOf(statement.decision().rule()));
        return references;
    }

    /** The id of the order's entry for a step: always the same, so that it is booked once. */
    UUID entryId(String issuer, String step) {
        return Names.entryId(issuer, "order", order.toString(), step);
    }
}
