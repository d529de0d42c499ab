package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** Bills as they were settled, and their payments. */
public interface Statements {

    Optional<Bill> find(OrderId order);

    /**
     * Once per order. Its attempts wait no longer to be accounted for: what is billed is done with, the others' turn has come.
     *
     * @param billed attempts whose use is in it
     */
    void save(Bill bill, Instant settledAt, List<AttemptId> billed);

    /** Whether what an attempt used is in a bill. */
    boolean isBilled(AttemptId attempt);

    boolean isPaid(OrderId order);

    /**
     * Once per order.
     *
     * @param by login that recorded it; never written into the books
     */
    void pay(Bill bill, Instant at, String by);

    /** Until the transaction ends nobody else pays out. */
    void lockPayouts();

    /** Ended attempts to account for now. */
    List<Ended> endedAttempts();

    /** An ended attempt, of an order. */
    record Ended(AttemptId attempt, OrderId order) {}

    /** Queues an ended attempt, if it does not wait already. */
    void queue(Ended attempt);

    /** Until the transaction ends nobody else queues or accounts for it; false if it does not wait. */
    boolean hold(Ended attempt);

    /** It waits for what becomes of its order. */
    void park(Ended attempt);

    /** The attempts of an order wait no longer for what becomes of it. */
    void unpark(OrderId order);

    void unqueue(AttemptId attempt);
}
