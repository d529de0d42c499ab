package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.cosmofab.orchestrator.settlement.domain.Statements.Ended;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One turn of settlement: every made order, then every ended attempt. What cannot be booked says why, and waits for the next turn. */
@ApplicationScoped
class SettlementRound {
    private static final Logger LOG = Logger.getLogger(SettlementRound.class);

    private final Rooms rooms;
    private final Settlement settlement;
    private final EndedAttempts attempts;
    private Set<String> told = new HashSet<>();
    private Set<String> toldBefore = new HashSet<>();

    SettlementRound(Rooms rooms, Settlement settlement, EndedAttempts attempts) {
        this.rooms = rooms;
        this.settlement = settlement;
        this.attempts = attempts;
    }

    void turn() {
        toldBefore = told;
        told = new HashSet<>();
        List<Order> made = rooms.made();
        made.forEach(this::settle);
        attempts.waiting().forEach(this::account);
    }

    private void settle(Order order) {
        String note = attempt(order);
        // Once it is settled it waits for nothing, and settling has noted what there is to know.
        if (!note.isEmpty() && !note.equals(order.note()) && isMade(order)) {
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

    private void account(Ended ended) {
        try {
            attempts.account(ended);
        } catch (RefusedException e) {
            tell(
                    "Attempt " + ended.attempt() + " is not booked yet: "
                            + e.refusal().detail(),
                    null);
        } catch (RuntimeException e) {
            // One attempt that fails must not hold up the others.
            tell("Booking of attempt " + ended.attempt() + " failed and is tried again: " + e, e);
        }
    }

    /** Says the same once only, though it is tried again every turn; what passed is forgotten. */
    private void tell(String what, @Nullable RuntimeException cause) {
        if (told.add(what) && !toldBefore.contains(what)) {
            LOG.warn(what, cause);
        }
    }

    private static String waitsBecause(Refusal refusal) {
        return "Not settled yet: " + refusal.detail();
    }
}
