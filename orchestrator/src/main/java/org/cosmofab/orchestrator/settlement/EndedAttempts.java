package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.cosmofab.orchestrator.settlement.domain.RuleBook;
import org.cosmofab.orchestrator.settlement.domain.Statements;
import org.cosmofab.orchestrator.settlement.domain.Statements.Ended;
import org.cosmofab.orchestrator.settlement.domain.Tariff;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries.Borne;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries.Why;

/** Accounts for ended attempts: what made an order is settled with it, all else is borne by the workshop. */
@ApplicationScoped
class EndedAttempts {
    private static final Set<Order.Stage> ACCOUNTED =
            Set.of(Order.Stage.SETTLED, Order.Stage.PAID, Order.Stage.DISTRIBUTED);

    private final Rooms rooms;
    private final Prices prices;
    private final RuleBook rules;
    private final Statements statements;
    private final Books books;
    private final Clock clock;

    EndedAttempts(Rooms rooms, Prices prices, RuleBook rules, Statements statements, Books books, Clock clock) {
        this.rooms = rooms;
        this.prices = prices;
        this.rules = rules;
        this.statements = statements;
        this.books = books;
        this.clock = clock;
    }

    @Transactional
    List<Ended> waiting() {
        return statements.endedAttempts();
    }

    /**
     * Books an attempt or lets it wait on.
     *
     * @throws RefusedException if it cannot be booked now; it stays queued
     */
    @Transactional
    void account(Ended ended) {
        // The order first, as everybody does who changes it; then the queue, so that what is measured meanwhile queues
        // again.
        Optional<Order.Stage> order = rooms.hold(ended.order()).map(Order::stage);
        if (!statements.hold(ended)) {
            return;
        }
        Optional<Attempt> attempt = rooms.attempt(ended.attempt());
        if (attempt.isEmpty()) {
            statements.unqueue(ended.attempt());
            return;
        }
        switch (attempt.get().stage()) {
            case DONE -> accountDone(attempt.get(), order, ended);
            case FAILED, CANCELLED, REFUSED, EXPIRED -> bear(attempt.get(), Why.WITHOUT_RESULT);
            default -> {
                // Not ended after all: a person still has to say how, and then it is heard of again.
            }
        }
    }

    private void accountDone(Attempt attempt, Optional<Order.Stage> order, Ended ended) {
        if (order.isEmpty() || order.get() == Order.Stage.CANCELLED) {
            bear(attempt, Why.WITHOUT_RESULT);
        } else if (!ACCOUNTED.contains(order.get())) {
            statements.park(ended);
        } else if (statements.isBilled(attempt.id())) {
            statements.unqueue(attempt.id());
        } else {
            bear(attempt, Why.MEASURED_LATE);
        }
    }

    private void bear(Attempt attempt, Why why) {
        Quantities used = MeasuredUse.of(attempt);
        Instant at = attempt.endedAt().orElse(clock.instant());
        Tariff tariff = rules.tariff(at);
        List<Statement.Line> costs = prices.costs(used, tariff).orThrow();
        Borne borne = new Borne(
                why,
                attempt.id(),
                attempt.order(),
                rooms.workshop().id(),
                used,
                costs,
                tariff.version(),
                prices.capacityHeld(costs));
        WorkshopEntries.borne(borne, at, books.issuer()).ifPresent(entry -> books.bookAll(List.of(entry)));
        statements.unqueue(attempt.id());
    }
}
