package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Party;

/** Applies tariff, licence rule and shares to what was used. */
@ApplicationScoped
public class Settlement {

    /** What these quantities would cost this requester; books nothing. Refused if the licence rule refuses. */
    public Result<Statement> price(Quantities quantities, DesignVersion design, Party requester, Use use) {
        throw new IllegalStateException("not built yet");
    }

    /** Books a made order, in one transaction with its state; done once. Refused visibly, to be tried again. */
    public Result<Statement> settle(OrderId order) {
        throw new IllegalStateException("not built yet");
    }

    /** What was settled for an order, if it was. */
    public Optional<Statement> statement(OrderId order) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * Records that the requester paid, then distributes the fee.
     *
     * @param amount whole cents; must be what is due
     */
    public Result<Statement> pay(OrderId order, Amount amount, String by) {
        throw new IllegalStateException("not built yet");
    }
}
