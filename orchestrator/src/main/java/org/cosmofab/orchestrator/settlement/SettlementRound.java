package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One turn of settlement: every made order, then every ended attempt. What cannot be booked says why, and waits for the next turn. */
@ApplicationScoped
class SettlementRound {
    private static final Logger LOG = Logger.getLogger(SettlementRound.class);

    private final Rooms rooms;
    private final Settlement settlement;
    private final EndedAttempts attempts;
    private final Set<String> told = new HashSet<>();

    SettlementRound(Rooms rooms, Settlement settlement, EndedAttempts attempts) {
        this.rooms = rooms;
        this.settlement = settlement;
        this.attempts = attempts;
    }

    void turn() {
        List<Order> made = rooms.made();
        made.forEach(this::settle);
        attempts.waiting().forEach(this::account);
    }

    private void settle(Order order) {
        String note = attempt(order);
        // Another process may have settled it meanwhile; then there is nothing to wait for.
        boolean waits = note.isEmpty() || isMade(order);
        if (waits && !note.equals(order.note())) {
            rooms.note(order.id(), note);
        }
    }

    private String attempt(Order order) {
        try {
            return settlement.settle(order.id()).fold(statement -> "", SettlementRound::waitsBecause);
        } catch (RuntimeException e) {
            // One order that fails must not hold up the others.
            tell("Settlement of order " + order.number() + " failed and is tried again: " + e, e);
            return "Not settled yet for a technical reason, which is in the log; it is tried again";
        }
    }

    private boolean isMade(Order order) {
        return rooms.order(order.id())
                .filter(now -> now.stage() == Order.Stage.MADE)
                .isPresent();
    }

    private void account(AttemptId attempt) {
        try {
            attempts.account(attempt);
        } catch (RefusedException e) {
            tell("Attempt " + attempt + " is not booked yet: " + e.refusal().detail(), null);
        } catch (RuntimeException e) {
            // One attempt that fails must not hold up the others.
            tell("Booking of attempt " + attempt + " failed and is tried again: " + e, e);
        }
    }

    /** Says the same once only, though it is tried again every turn. */
    private void tell(String what, @Nullable RuntimeException cause) {
        if (told.add(what)) {
            LOG.warn(what, cause);
        }
    }

    private static String waitsBecause(Refusal refusal) {
        return "Not settled yet: " + refusal.detail();
    }
}
