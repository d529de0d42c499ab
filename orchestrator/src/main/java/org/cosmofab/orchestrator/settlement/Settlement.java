package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.settlement.domain.Bill;
import org.cosmofab.orchestrator.settlement.domain.Statements;

/** Applies tariff, licence rule and shares to what was used. */
@ApplicationScoped
public class Settlement {
    private final Prices prices;
    private final Settling settling;
    private final Statements statements;
    private final Clock clock;

    public Settlement(Prices prices, Settling settling, Statements statements, Clock clock) {
        this.prices = prices;
        this.settling = settling;
        this.statements = statements;
        this.clock = clock;
    }

    /** What these quantities would cost this requester today; books nothing. Refused if the licence rule refuses. */
    @Transactional
    public Result<Statement> price(Quantities quantities, DesignVersion design, Party requester, Use use) {
        return prices.statement(quantities, design, requester, use, prices.rules(clock.instant()));
    }

    /** Books a made order, in one transaction with its state; done once. Refused visibly, to be tried again. */
    public Result<Statement> settle(OrderId order) {
        return attempted(() -> settling.settle(order));
    }

    /** What was settled for an order, if it was; as it was then, whatever tariff holds now. */
    @Transactional
    public Optional<Statement> statement(OrderId order) {
        return statements.find(order).map(Bill::statement);
    }

    /**
     * Records that the requester paid, then distributes the fee. The same payment again answers the same and changes nothing.
     *
     * @param amount whole cents; must be what is due
     * @param by login that records it
     */
    public Result<Statement> pay(OrderId order, Amount amount, String by) {
        return attempted(() -> settling.pay(order, amount, by));
    }

    /** What was refused is rolled back by then. */
    private static Result<Statement> attempted(Supplier<Statement> step) {
        try {
            return Result.done(step.get());
        } catch (RefusedException e) {
            return Result.refused(e.refusal());
        }
    }
}
