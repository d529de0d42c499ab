package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.fabrication.AttemptEnded;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.materials.LotReceived;
import org.cosmofab.orchestrator.orders.OrderCancelled;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.cosmofab.orchestrator.settlement.domain.Statements;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries;

/** Hears, in their transactions, what other rooms record. */
@ApplicationScoped
class Intake {
    private final Books books;
    private final Statements statements;
    private final Rooms rooms;
    private final Clock clock;

    Intake(Books books, Statements statements, Rooms rooms, Clock clock) {
        this.books = books;
        this.statements = statements;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * Opens the lot's accounts.
     *
     * @throws RefusedException if a lot of this name came in before; then the new one is not taken in
     */
    @Transactional
    void lotReceived(@Observes LotReceived received) {
        WorkshopEntries.lot(received.lot(), clock.instant(), books.issuer())
                .ifPresent(entry -> books.bookAll(List.of(entry)));
    }

    /** Only queues: recording what happened must not fail because it cannot be booked yet. */
    @Transactional
    void attemptEnded(@Observes AttemptEnded ended) {
        rooms.attempt(ended.attempt())
                .ifPresent(attempt -> statements.queue(new Statements.Ended(attempt.id(), attempt.order())));
    }

    /** What was made for it until then is the workshop's. */
    @Transactional
    void orderCancelled(@Observes OrderCancelled cancelled) {
        statements.unpark(cancelled.order());
    }
}
