package org.cosmofab.orchestrator.settlement;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;

/** What attempts really used, as quantities. */
final class MeasuredUse {

    private MeasuredUse() {}

    /** Of the attempts that made the order; those that did not end well are the workshop's. */
    static Quantities of(Order order, List<Attempt> attempts) {
        Map<OperationId, Operation> operations =
                order.operations().stream().collect(Collectors.toMap(Operation::id, Function.identity()));
        return new Quantities(attempts.stream()
                .filter(attempt -> attempt.stage() == Attempt.Stage.DONE)
                .flatMap(attempt ->
                        attempt
                                .used()
                                .map(used -> line(part(operations.get(attempt.operation())), attempt, used))
                                .stream())
                .toList());
    }

    /** The attempts that are billed with an order: those that ended well and were measured. */
    static List<AttemptId> billed(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt ->
                        attempt.stage() == Attempt.Stage.DONE && attempt.used().isPresent())
                .map(Attempt::id)
                .toList();
    }

    /** Those that ended well, as a person says, and of which no measure came yet: nothing can be billed for them. */
    static List<Attempt> notMeasured(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt ->
                        attempt.stage() == Attempt.Stage.DONE && attempt.used().isEmpty())
                .toList();
    }

    static Quantities of(Attempt attempt) {
        return new Quantities(
                attempt.used().map(used -> line("", attempt, used)).stream().toList());
    }

    private static String part(Operation operation) {
        return operation == null ? "" : operation.part();
    }

    private static Quantities.Line line(String part, Attempt attempt, Attempt.Used used) {
        return new Quantities.Line(
                part,
                attempt.machine(),
                used.machineSeconds(),
                used.material(),
                used.lot(),
                used.milligrams(),
                used.wattHours(),
                used.energyMetered(),
                used.labourSeconds());
    }
}
