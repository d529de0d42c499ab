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
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.cosmofab.orchestrator.settlement.domain.RuleBook;
import org.cosmofab.orchestrator.settlement.domain.Statements;
import org.cosmofab.orchestrator.settlement.domain.Tariff;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries.Scrap;

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
    List<AttemptId> waiting() {
        return statements.endedAttempts();
    }

    /**
     * Books an attempt or lets it wait on.
     *
     * @throws RefusedException if it cannot be booked now; it stays queued
     */
    @Transactional
    void account(AttemptId id) {
        Optional<Attempt> attempt = rooms.attempt(id);
        if (attempt.isEmpty()) {
            statements.unqueue(id);
            return;
        }
        switch (attempt.get().stage()) {
            case DONE -> accountDone(attempt.get());
            case FAILED, CANCELLED, REFUSED, EXPIRED -> scrap(attempt.get());
            default -> {
                // Not ended after all: a person still has to say how, and then it is heard of again.
            }
        }
    }

    private void accountDone(Attempt attempt) {
        Optional<Order.Stage> stage = rooms.order(attempt.order()).map(Order::stage);
        if (stage.filter(ACCOUNTED::contains).isPresent()) {
            statements.unqueue(attempt.id());
        } else if (stage.isEmpty() || stage.get() == Order.Stage.CANCELLED) {
            scrap(attempt);
        }
    }

    private void scrap(Attempt attempt) {
        Quantities used = MeasuredUse.of(attempt);
        Instant at = attempt.endedAt().orElse(clock.instant());
        Tariff tariff = rules.tariff(at);
        List<Statement.Line> costs = prices.costs(used, tariff).orThrow();
        Scrap scrap = new Scrap(
                attempt.id(),
                attempt.order(),
                rooms.workshop().id(),
                used,
                costs,
                tariff.version(),
                prices.capacityHeld(costs));
        WorkshopEntries.scrap(scrap, at)
                .ifPresent(entry -> books.book(entry).fold(booked -> booked, refused -> {
                    throw new RefusedException(refused.refusal());
                }));
        statements.unqueue(attempt.id());
    }
}
