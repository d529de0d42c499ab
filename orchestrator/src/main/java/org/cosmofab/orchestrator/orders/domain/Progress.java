package org.cosmofab.orchestrator.orders.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderRefusal;

/** What happens to an order: the order before, and what comes, give the order after. */
public final class Progress {
    private static final Set<Operation.Stage> AT_A_MACHINE = Set.of(Operation.Stage.ASSIGNED, Operation.Stage.RUNNING);
    private static final Set<Operation.Stage> FINAL = Set.of(Operation.Stage.DONE, Operation.Stage.CANCELLED);

    /** As long as the database keeps it. */
    private static final int NOTE_LENGTH_MAX = 2000;

    private Progress() {}

    /** The order at its next stage; at that stage already, it stays as it is. */
    public static Result<Order> to(Order order, Order.Stage stage, Instant now) {
        if (order.stage() == stage) {
            return Result.done(order);
        }
        return OrderState.of(order.stage())
                .to(stage)
                .map(state -> Result.done(reach(order, stage, now)))
                .orElseGet(() -> Result.refused(Refusal.of(
                                OrderRefusal.ORDER_STAGE_FORBIDS,
                                "order " + order.number() + " is " + word(order.stage()) + " and cannot become "
                                        + word(stage))
                        .with("stage", order.stage().name())));
    }

    /** The order with one operation at its next stage, and what follows for the order. */
    public static Result<Order> operation(Order order, OperationId id, Operation.Stage stage, Instant now) {
        Operation operation = order.operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (operation.stage() == stage) {
            return Result.done(order);
        }
        return OperationState.of(operation.stage())
                .to(stage)
                .map(state -> Result.done(follow(with(order, at(operation, stage)), now)))
                .orElseGet(() -> Result.refused(Refusal.of(
                                OrderRefusal.OPERATION_STAGE_FORBIDS,
                                operation.part() + " no. " + operation.copy() + " of order " + order.number() + " is "
                                        + word(operation.stage()) + " and cannot become " + word(stage))
                        .with("stage", operation.stage().name())));
    }

    /** The order given up, with all that is not made yet; not while a machine has a part of it. */
    public static Result<Order> cancel(Order order, Instant now) {
        List<Operation> atMachine = order.operations().stream()
                .filter(each -> AT_A_MACHINE.contains(each.stage()))
                .toList();
        if (!atMachine.isEmpty()) {
            return Result.refused(Refusal.of(
                            OrderRefusal.ORDER_IN_WORK,
                            "a machine has " + atMachine.get(0).part() + " no. "
                                    + atMachine.get(0).copy() + " of order " + order.number()
                                    + "; cancel that attempt first")
                    .with("operation", atMachine.get(0).id().toString()));
        }
        return to(order, Order.Stage.CANCELLED, now).map(Progress::withoutWhatIsNotMade);
    }

    /** The order with a note why it waits, cut at 2000 characters; empty text takes it away. */
    public static Order noted(Order order, String note) {
        String kept = note.substring(0, Math.min(note.length(), NOTE_LENGTH_MAX));
        return copy(order, order.stage(), order.milestones(), kept, order.operations());
    }

    private static Order follow(Order order, Instant now) {
        Order begun = order;
        boolean started = order.operations().stream()
                .anyMatch(each -> each.stage() == Operation.Stage.RUNNING || each.stage() == Operation.Stage.DONE);
        if (started && order.stage() == Order.Stage.PLACED) {
            begun = reach(order, Order.Stage.MAKING, now);
        }
        boolean finished = order.operations().stream().allMatch(each -> each.stage() == Operation.Stage.DONE);
        return finished && begun.stage() == Order.Stage.MAKING ? reach(begun, Order.Stage.MADE, now) : begun;
    }

    private static Order withoutWhatIsNotMade(Order order) {
        List<Operation> operations = order.operations().stream()
                .map(each -> FINAL.contains(each.stage()) ? each : at(each, Operation.Stage.CANCELLED))
                .toList();
        return copy(order, order.stage(), order.milestones(), order.note(), operations);
    }

    private static Order reach(Order order, Order.Stage stage, Instant now) {
        Map<Order.Stage, Instant> milestones = new EnumMap<>(Order.Stage.class);
        milestones.putAll(order.milestones());
        milestones.put(stage, now);
        return copy(order, stage, milestones, order.note(), order.operations());
    }

    private static Order with(Order order, Operation changed) {
        List<Operation> operations = order.operations().stream()
                .map(each -> each.id().equals(changed.id()) ? changed : each)
                .toList();
        return copy(order, order.stage(), order.milestones(), order.note(), operations);
    }

    private static Operation at(Operation operation, Operation.Stage stage) {
        return new Operation(
                operation.id(),
                operation.order(),
                operation.part(),
                operation.copy(),
                operation.process(),
                operation.material(),
                stage);
    }

    private static Order copy(
            Order order,
            Order.Stage stage,
            Map<Order.Stage, Instant> milestones,
            String note,
            List<Operation> operations) {
        return new Order(
                order.id(),
                order.number(),
                order.quote(),
                order.requester(),
                order.design(),
                order.quantity(),
                order.use(),
                order.promisedAt(),
                order.pricedBy(),
                stage,
                milestones,
                note,
                operations);
    }

    private static String word(Enum<?> stage) {
        return stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
