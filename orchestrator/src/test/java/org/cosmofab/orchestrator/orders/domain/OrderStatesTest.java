package org.cosmofab.orchestrator.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatesTest {
    private static final Map<Order.Stage, Set<Order.Stage>> ORDER = Map.of(
            Order.Stage.PLACED, Set.of(Order.Stage.MAKING, Order.Stage.CANCELLED),
            Order.Stage.MAKING, Set.of(Order.Stage.MADE, Order.Stage.CANCELLED),
            Order.Stage.MADE, Set.of(Order.Stage.SETTLED),
            Order.Stage.SETTLED, Set.of(Order.Stage.PAID),
            Order.Stage.PAID, Set.of(Order.Stage.DISTRIBUTED),
            Order.Stage.DISTRIBUTED, Set.of(),
            Order.Stage.CANCELLED, Set.of());

    private static final Map<Operation.Stage, Set<Operation.Stage>> OPERATION = Map.of(
            Operation.Stage.WAITING, Set.of(Operation.Stage.ASSIGNED, Operation.Stage.CANCELLED),
            Operation.Stage.ASSIGNED,
                    Set.of(
                            Operation.Stage.RUNNING,
                            Operation.Stage.WAITING,
                            Operation.Stage.DONE,
                            Operation.Stage.NEEDS_PERSON),
            Operation.Stage.RUNNING, Set.of(Operation.Stage.DONE, Operation.Stage.NEEDS_PERSON),
            Operation.Stage.NEEDS_PERSON,
                    Set.of(
                            Operation.Stage.WAITING,
                            Operation.Stage.RUNNING,
                            Operation.Stage.DONE,
                            Operation.Stage.CANCELLED),
            Operation.Stage.DONE, Set.of(),
            Operation.Stage.CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource
    void ordersGoOnlyWhereTheTableSays(Order.Stage from) {
        for (Order.Stage to : Order.Stage.values()) {
            assertThat(OrderState.of(from).to(to).map(OrderState::stage).equals(java.util.Optional.of(to)))
                    .as("%s to %s", from, to)
                    .isEqualTo(ORDER.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void operationsGoOnlyWhereTheTableSays(Operation.Stage from) {
        for (Operation.Stage to : Operation.Stage.values()) {
            assertThat(OperationState.of(from).to(to).map(OperationState::stage).equals(java.util.Optional.of(to)))
                    .as("%s to %s", from, to)
                    .isEqualTo(OPERATION.get(from).contains(to));
        }
    }
}
