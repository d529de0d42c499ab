package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.jboss.logging.Logger;

/** One turn of settlement: every made order, then every ended attempt. What cannot be booked says why, and waits for the next turn. */
@ApplicationScoped
class SettlementRound {
    private static final Logger LOG = Logger.getLogger(SettlementRound.class);

    private final Rooms rooms;
    private final Settlement settlement;
    private final EndedAttempts attempts;

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
        try {
            String note = settlement.settle(order.id()).fold(statement -> "", SettlementRound::waitsBecause);
            if (!note.equals(order.note())) {
                rooms.note(order.id(), note);
            }
        } catch (RuntimeException e) {
            // One order that fails must not hold up the others.
            LOG.errorf(e, "Settlement of order %s failed and is tried again", order.number());
        }
    }

    private void account(AttemptId attempt) {
        try {
            attempts.account(attempt);
        } catch (RefusedException e) {
            LOG.warnf("Attempt %s is not booked yet: %s", attempt, e.refusal().detail());
        } catch (RuntimeException e) {
            // One attempt that fails must not hold up the others.
            LOG.errorf(e, "Booking of attempt %s failed and is tried again", attempt);
        }
    }

    private static String waitsBecause(Refusal refusal) {
        return "Not settled yet: " + refusal.detail();
    }
}
