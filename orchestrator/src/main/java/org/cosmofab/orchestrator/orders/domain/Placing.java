package org.cosmofab.orchestrator.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.orders.NewOrder;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;

/** Makes an order of an accepted quote: one operation for each copy of each part. */
public final class Placing {

    private Placing() {}

    public static Order order(NewOrder wanted, DesignVersion design, long number, IdSource ids, Instant now) {
        OrderId id = new OrderId(ids.next());
        List<Operation> operations = design.parts().stream()
                .flatMap(part -> copies(id, part, wanted.quantity(), ids))
                .toList();
        return new Order(
                id,
                number,
                wanted.quote(),
                wanted.requester(),
                wanted.design(),
                wanted.quantity(),
                wanted.use(),
                wanted.promisedAt(),
                Optional.of(wanted.pricedBy()),
                Order.Stage.PLACED,
                Map.of(Order.Stage.PLACED, now),
                "",
                operations);
    }

    private static Stream<Operation> copies(OrderId order, DesignVersion.Part part, int quantity, IdSource ids) {
        return IntStream.rangeClosed(1, Math.multiplyExact(quantity, part.quantity()))
                .mapToObj(copy -> new Operation(
                        new OperationId(ids.next()),
                        order,
                        part.name(),
                        copy,
                        part.process(),
                        part.material(),
                        Operation.Stage.WAITING));
    }
}
