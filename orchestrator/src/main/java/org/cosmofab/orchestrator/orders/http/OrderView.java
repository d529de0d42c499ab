package org.cosmofab.orchestrator.orders.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;

/** An order as the API shows it. */
record OrderView(
        UUID id,
        long number,
        UUID quote,
        String requester,
        String design,
        int quantity,
        Use use,
        Instant promisedAt,
        Order.Stage stage,
        Map<Order.Stage, Instant> milestones,
        String note,
        List<OperationView> operations) {

    /** An operation as the API shows it. */
    record OperationView(UUID id, String part, int copy, Process process, String material, Operation.Stage stage) {
        static OperationView of(Operation operation) {
            return new OperationView(
                    operation.id().value(),
                    operation.part(),
                    operation.copy(),
                    operation.process(),
                    operation.material().value(),
                    operation.stage());
        }
    }

    static OrderView of(Order order) {
        return new OrderView(
                order.id().value(),
                order.number(),
                order.quote().value(),
                order.requester().value(),
                order.design().value(),
                order.quantity(),
                order.use(),
                order.promisedAt(),
                order.stage(),
                order.milestones(),
                order.note(),
                order.operations().stream().map(OperationView::of).toList());
    }
}
