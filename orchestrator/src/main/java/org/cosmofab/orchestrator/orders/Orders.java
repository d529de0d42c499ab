package org.cosmofab.orchestrator.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Result;

/** Orders and their states. Fires {@link OrderPlaced}, {@link OrderMade}, {@link OrderChanged}. */
@ApplicationScoped
public class Orders {

    /** Places an order with one operation for each copy of each part; the same quote again answers the same order. */
    public Result<Order> place(NewOrder order) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Order> find(OrderId id) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Order> byNumber(long number) {
        throw new IllegalStateException("not built yet");
    }

    /** Newest first. */
    public List<Order> all() {
        throw new IllegalStateException("not built yet");
    }

    /** Orders at a stage, oldest first. */
    public List<Order> at(Order.Stage stage) {
        throw new IllegalStateException("not built yet");
    }

    public Result<Order> cancel(OrderId id) {
        throw new IllegalStateException("not built yet");
    }

    /** An operation goes on to a stage; when the last is done the order is made. Refused if its state does not allow it. */
    public Result<Order> operation(OperationId id, Operation.Stage stage) {
        throw new IllegalStateException("not built yet");
    }

    /** Made, and its books are written; called in the transaction that writes them. */
    public Result<Order> settled(OrderId id) {
        throw new IllegalStateException("not built yet");
    }

    public Result<Order> paid(OrderId id) {
        throw new IllegalStateException("not built yet");
    }

    public Result<Order> distributed(OrderId id) {
        throw new IllegalStateException("not built yet");
    }

    /** Says why an order waits; empty text takes it away. */
    public void note(OrderId id, String note) {
        throw new IllegalStateException("not built yet");
    }
}
