package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderRefusal;
import org.cosmofab.orchestrator.settlement.domain.Bill;
import org.cosmofab.orchestrator.settlement.domain.Made;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.cosmofab.orchestrator.settlement.domain.SettlementEntries;
import org.cosmofab.orchestrator.settlement.domain.Statements;

/**
 * Writes an order's books, each step in one transaction with the order's state. A refusal is thrown, so that the transaction is rolled
 * back and nothing of the step stays.
 */
@ApplicationScoped
class Settling {
    private final Rooms rooms;
    private final Prices prices;
    private final Statements statements;
    private final Books books;
    private final Clock clock;

    Settling(Rooms rooms, Prices prices, Statements statements, Books books, Clock clock) {
        this.rooms = rooms;
        this.prices = prices;
        this.statements = statements;
        this.books = books;
        this.clock = clock;
    }

    /**
     * Prices by the rules of the order's quote, for that is what its requester was told.
     *
     * @throws RefusedException if a rule says no
     */
    @Transactional
    Statement settle(OrderId id) {
        Order order = held(id);
        Optional<Bill> known = statements.find(id);
        if (known.isPresent()) {
            return known.get().statement();
        }
        if (order.stage() != Order.Stage.MADE) {
            String detail = "order " + order.number() + " is " + order.stage() + "; it is settled once it is made";
            throw refused(SettlementRefusal.ORDER_NOT_MADE, detail);
        }
        DesignVersion design = rooms.design(order.design()).orElseThrow(() -> missing("design", order.design()));
        Party requester = rooms.party(order.requester()).orElseThrow(() -> missing("party", order.requester()));
        List<Attempt> attempts = rooms.attempts(id);
        List<Attempt> notMeasured = MeasuredUse.notMeasured(attempts);
        Quantities used = MeasuredUse.of(order, attempts);
        Instant now = clock.instant();
        Statement statement = prices.statement(used, design, requester, order.use(), prices.rules(order, now))
                .orThrow()
                .withNotMeasured(notMeasured.stream().map(Attempt::machine).toList());
        Bill bill = new Bill(id, "job-" + order.number(), order.requester(), order.design(), statement);
        Made made = new Made(
                bill,
                now,
                design.slug(),
                order.quantity(),
                rooms.workshop().id(),
                used,
                prices.capacityHeld(statement.lines()));
        books.bookAll(SettlementEntries.settling(made, books.issuer()));
        statements.save(bill, now, MeasuredUse.billed(attempts));
        rooms.settled(id).orThrow();
        rooms.note(id, note(notMeasured));
        return statement;
    }

    /**
     * @throws RefusedException if a rule says no
     */
    @Transactional
    Statement pay(OrderId id, Amount amount, String by) {
        held(id);
        Bill bill = statements
                .find(id)
                .orElseThrow(() ->
                        refused(SettlementRefusal.ORDER_NOT_SETTLED, "order " + id + " is paid once it is settled"));
        boolean due = amount.equals(bill.statement().total());
        if (statements.isPaid(id)) {
            return paidBefore(bill, due);
        }
        if (!due) {
            throw new RefusedException(notDue(bill, amount));
        }
        Instant now = clock.instant();
        statements.pay(bill, now, by);
        books.bookAll(SettlementEntries.paying(bill, rooms.association().id(), now, books.issuer()));
        rooms.paidAndDistributed(id).orThrow();
        return bill.statement();
    }

    /** Settling and paying one order happen one after the other, whoever asks. */
    private Order held(OrderId id) {
        return rooms.hold(id).orElseThrow(() -> refused(OrderRefusal.ORDER_UNKNOWN, "there is no order " + id));
    }

    /** What a person should know of a settled order; mostly nothing. */
    private static String note(List<Attempt> notMeasured) {
        return notMeasured.isEmpty()
                ? ""
                : "Not measured, and so not billed: the work of "
                        + notMeasured.stream()
                                .map(attempt -> attempt.machine().value())
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    private static Statement paidBefore(Bill bill, boolean sameAmount) {
        if (!sameAmount) {
            String detail = bill.job() + " is paid, with " + bill.statement().total() + "; nothing more is due";
            throw refused(SettlementRefusal.ORDER_ALREADY_PAID, detail);
        }
        return bill.statement();
    }

    private static Refusal notDue(Bill bill, Amount amount) {
        Amount total = bill.statement().total();
        String detail = "due for " + bill.job() + " is " + total + ", not " + amount + "; part payments are not taken";
        return Refusal.of(SettlementRefusal.PAYMENT_NOT_WHAT_IS_DUE, detail)
                .with("dueCents", total.minorUnits() / 10_000);
    }

    private static RefusedException missing(String what, Object id) {
        String detail = what + " " + id + " is not here any more; settlement is tried again";
        return refused(SettlementRefusal.RECORD_MISSING, detail);
    }

    private static RefusedException refused(Refusal.Kind kind, String detail) {
        return new RefusedException(Refusal.of(kind, detail));
    }
}
