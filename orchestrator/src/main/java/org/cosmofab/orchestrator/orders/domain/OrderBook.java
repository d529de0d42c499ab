package org.cosmofab.orchestrator.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.orders.Order;

/** Where orders are kept. */
public interface OrderBook {

    Optional<Order> find(OrderId id);

    Optional<Order> byNumber(long number);

    Optional<Order> byQuote(QuoteId quote);

    Optional<OrderId> orderOf(OperationId operation);

    /** So many with a smaller number, newest first. */
    List<Order> newest(long before, int limit);

    /** As {@link #newest}, of one requester. */
    List<Order> newestOf(PartyId requester, long before, int limit);

    /** Oldest first. */
    List<Order> at(Order.Stage stage);

    /** How many orders at these stages there are of each design; designs without any are left out. */
    Map<DesignVersionId, Long> counts(Set<Order.Stage> stages);

    /** Orders of a design at these stages, newest first, at most so many after so many. */
    List<Order> of(DesignVersionId design, Set<Order.Stage> stages, int skip, int countMax);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Order> hold(OrderId id);

    /** Nobody else gets a number until the transaction ends. */
    void holdNumbers();

    /** The next number, from 1001; numbers are held first. */
    long nextNumber();

    void add(Order order);

    void save(Order order);
}
