package org.cosmofab.orchestrator.orders;

import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** What orders ask of the room that makes things: whether a machine may still be at work on an order. */
public interface OpenAttempts {

    /** An attempt of the order that has not ended, if there is one; it may be that nobody knows how it goes. */
    Optional<AttemptId> openOf(OrderId order);
}
