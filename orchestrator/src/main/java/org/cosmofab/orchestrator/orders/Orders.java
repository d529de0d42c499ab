package org.cosmofab.orchestrator.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.orders.domain.OrderBook;
import org.cosmofab.orchestrator.orders.domain.Placing;
import org.cosmofab.orchestrator.orders.domain.Progress;

/** Orders and their states. Fires {@link OrderPlaced}, {@link OrderMade}, {@link OrderCancelled}, {@link OrderChanged}. */
@ApplicationScoped
public class Orders {
    private final OrderBook book;
    private final Catalog catalog;
    private final OpenAttempts attempts;
    private final IdSource ids;
    private final Clock clock;
    private final Event<Object> events;

    Orders(OrderBook book, Catalog catalog, OpenAttempts attempts, IdSource ids, Clock clock, Event<Object> events) {
        this.book = book;
        this.catalog = catalog;
        this.attempts = attempts;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Places an order with one operation for each copy of each part; the same quote again answers the same order. */
    @Transactional
    public Result<Order> place(NewOrder wanted) {
        DesignVersion design = catalog.version(wanted.design())
                .orElseThrow(() -> new IllegalStateException("a quote for a design that is not here: " + wanted));
        // One placing at a time, so that two placings of one quote make one order.
        book.holdNumbers();
        Optional<Order> known = book.byQuote(wanted.quote());
        if (known.isPresent()) {
            return Result.done(known.get());
        }
        Order order = Placing.order(wanted, design, book.nextNumber(), ids, now());
        book.add(order);
        events.fire(new OrderPlaced(order.id()));
        events.fire(new OrderChanged(order.id()));
        return Result.done(order);
    }

    @Transactional
    public Optional<Order> find(OrderId id) {
        return book.find(id);
    }

    @Transactional
    public Optional<Order> byNumber(long number) {
        return book.byNumber(number);
    }

    /** The order that came of a quote, if it was accepted. */
    @Transactional
    public Optional<Order> byQuote(QuoteId quote) {
        return book.byQuote(quote);
    }

    /** The order an operation belongs to. */
    @Transactional
    public Optional<Order> of(OperationId operation) {
        return book.orderOf(operation).flatMap(book::find);
    }

    /** As {@link #find}, and nobody else changes it until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Order> hold(OrderId id) {
        return book.hold(id);
    }

    /**
     * Some of all orders, newest first.
     *
     * @param before orders with a smaller number; {@code Long.MAX_VALUE} for the newest
     * @param limit at least 1
     */
    @Transactional
    public List<Order> newest(long before, int limit) {
        return book.newest(before, limit);
    }

    /** As {@link #newest}, of one requester. */
    @Transactional
    public List<Order> newestOf(PartyId requester, long before, int limit) {
        return book.newestOf(requester, before, limit);
    }

    /** Orders at a stage, oldest first. */
    @Transactional
    public List<Order> at(Order.Stage stage) {
        return book.at(stage);
    }

    /** How many orders at these stages there are of each design; designs without any are left out. */
    @Transactional
    public Map<DesignVersionId, Long> counts(Set<Order.Stage> stages) {
        return book.counts(stages);
    }

    /** Orders of a design at these stages, newest first, at most so many after so many. */
    @Transactional
    public List<Order> of(DesignVersionId design, Set<Order.Stage> stages, int skip, int countMax) {
        return book.of(design, stages, skip, countMax);
    }

    /** Gives an order up; refused while a machine has a part of it, or may have, and once it is made. */
    @Transactional
    public Result<Order> cancel(OrderId id) {
        return change(
                id,
                (before, now) -> Progress.cancel(before, now)
                        .then(after -> attempts.openOf(id)
                                .<Result<Order>>map(attempt -> Result.refused(undecided(before, attempt)))
                                .orElse(Result.done(after))));
    }

    /** An operation goes on to a stage; when the last is done the order is made. Refused if its state does not allow it. */
    @Transactional
    public Result<Order> operation(OperationId id, Operation.Stage stage) {
        Optional<OrderId> order = book.orderOf(id);
        if (order.isEmpty()) {
            return Result.refused(Refusal.of(OrderRefusal.OPERATION_UNKNOWN, "there is no operation " + id));
        }
        return change(order.get(), (before, now) -> Progress.operation(before, id, stage, now));
    }

    /** Made, and its books are written; called in the transaction that writes them. */
    @Transactional
    public Result<Order> settled(OrderId id) {
        return change(id, (before, now) -> Progress.to(before, Order.Stage.SETTLED, now));
    }

    @Transactional
    public Result<Order> paid(OrderId id) {
        return change(id, (before, now) -> Progress.to(before, Order.Stage.PAID, now));
    }

    @Transactional
    public Result<Order> distributed(OrderId id) {
        return change(id, (before, now) -> Progress.to(before, Order.Stage.DISTRIBUTED, now));
    }

    /** Says why an order waits; empty text takes it away. */
    @Transactional
    public void note(OrderId id, String note) {
        change(id, (before, now) -> Result.done(Progress.noted(before, note)));
    }

    public static Refusal unknown(OrderId id) {
        return Refusal.of(OrderRefusal.ORDER_UNKNOWN, "there is no order " + id);
    }

    private static Refusal undecided(Order order, AttemptId attempt) {
        return Refusal.of(
                        OrderRefusal.ORDER_UNDECIDED,
                        "nobody knows how attempt " + attempt + " of order " + order.number()
                                + " goes; look at its machine and say whether it is done, then cancel the order")
                .with("attempt", attempt.toString());
    }

    private Result<Order> change(OrderId id, BiFunction<Order, Instant, Result<Order>> progress) {
        Optional<Order> held = book.hold(id);
        if (held.isEmpty()) {
            return Result.refused(unknown(id));
        }
        Order before = held.get();
        return progress.apply(before, now()).map(after -> record(before, after));
    }

    private Order record(Order before, Order after) {
        if (!after.equals(before)) {
            book.save(after);
            if (after.stage() == Order.Stage.MADE && before.stage() != Order.Stage.MADE) {
                events.fire(new OrderMade(after.id()));
            }
            if (after.stage() == Order.Stage.CANCELLED && before.stage() != Order.Stage.CANCELLED) {
                events.fire(new OrderCancelled(after.id()));
            }
            events.fire(new OrderChanged(after.id()));
        }
        return after;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
