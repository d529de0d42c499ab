package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** Bills as they were settled, and their payments. */
public interface Statements {

    Optional<Bill> find(OrderId order);

    /** Once per order. */
    void save(Bill bill, Instant settledAt);

    boolean isPaid(OrderId order);

    /**
     * Once per order.
     *
     * @param by login that recorded it; never written into the books
     */
    void pay(Bill bill, Instant at, String by);

    /** Until the transaction ends nobody else pays out. */
    void lockPayouts();

    /** Ended attempts that are not yet accounted for. */
    List<AttemptId> endedAttempts();

    /** Queues an ended attempt, if it does not wait already. */
    void queue(AttemptId attempt);

    void unqueue(AttemptId attempt);
}
