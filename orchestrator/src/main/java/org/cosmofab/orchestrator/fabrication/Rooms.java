package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.MeasuredUse;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.preparation.Preparation;
import org.cosmofab.orchestrator.preparation.PreparedProgram;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.jboss.logging.Logger;

/** The other rooms, as fabrication needs them. */
@ApplicationScoped
class Rooms implements Surroundings {
    private static final Logger LOG = Logger.getLogger(Rooms.class);

    private final Orders orders;
    private final Scheduling scheduling;
    private final Machines machines;
    private final Materials materials;
    private final Preparation preparation;
    private final Event<AttemptEnded> events;

    Rooms(
            Orders orders,
            Scheduling scheduling,
            Machines machines,
            Materials materials,
            Preparation preparation,
            Event<AttemptEnded> events) {
        this.orders = orders;
        this.scheduling = scheduling;
        this.machines = machines;
        this.materials = materials;
        this.preparation = preparation;
        this.events = events;
    }

    @Override
    public boolean assign(OperationId operation, MachineId machine, Duration estimate) {
        boolean waits = orders.of(operation).stream()
                .flatMap(order -> order.operations().stream())
                .anyMatch(each -> each.id().equals(operation) && each.stage() == Operation.Stage.WAITING);
        boolean assigned =
                waits && orders.operation(operation, Operation.Stage.ASSIGNED).fold(order -> true, refusal -> false);
        if (assigned) {
            scheduling.pin(operation, machine, estimate);
        }
        return assigned;
    }

    @Override
    public void follow(OperationId operation, Operation.Stage stage) {
        orders.operation(operation, stage).fold(order -> true, refusal -> {
            LOG.warnf("operation %s does not become %s: %s", operation, stage, refusal.detail());
            return false;
        });
    }

    @Override
    public Result<Operation.Stage> release(OperationId operation) {
        if (stage(operation).equals(Optional.of(Operation.Stage.NEEDS_PERSON))) {
            return orders.operation(operation, Operation.Stage.WAITING).map(order -> Operation.Stage.WAITING);
        }
        return Result.refused(Refusal.of(
                FabricationRefusal.NOTHING_TO_RETRY, "operation " + operation + " does not wait for a person"));
    }

    @Override
    public Attempt.Used measure(Assignment assignment, AgentReport.Facts facts) {
        Material material = materials.material(assignment.loaded().material()).orElseGet(() -> {
            // What happened is recorded whatever is wrong with the workshop's lists.
            LOG.errorf("attempt %s used %s, which is not defined here", assignment.id(), assignment.loaded());
            return new Material(assignment.loaded().material(), Material.Form.SHEET, Map.of(), 0, 0);
        });
        long sheet = preparation
                .find(assignment.program(), material.id())
                .map(PreparedProgram::materialMilligrams)
                .orElse(0L);
        return MeasuredUse.of(assignment, facts, material, sheet);
    }

    @Override
    public void book(Assignment assignment, Attempt.Used used) {
        if (materials.lot(used.lot()).isEmpty()) {
            // It cannot come to be there by trying again, and operation and order go on without it.
            LOG.errorf(
                    "attempt %s used %d mg of lot %s, which was never received; receive it less what was used",
                    assignment.id(), used.milligrams(), used.lot());
            return;
        }
        materials.used(
                used.lot(),
                used.milligrams(),
                assignment.order(),
                assignment.id().toString());
    }

    @Override
    public void told(AttemptId attempt) {
        events.fire(new AttemptEnded(attempt));
    }

    @Override
    public void heard(AgentReport.MachineState state, Instant at) {
        if (machines.find(state.machine()).isEmpty()) {
            LOG.warnf("machine %s is not registered here: %s", state.machine(), state);
            return;
        }
        machines.heard(state.machine(), before -> before.with(state.state(), state.cleared(), state.detail(), at));
    }

    @Override
    public void uncleared(MachineId machine) {
        machines.heard(machine, before -> before.with(before.state(), false, before.detail(), before.heardAt()));
    }

    private Optional<Operation.Stage> stage(OperationId operation) {
        return orders.of(operation).stream()
                .flatMap(order -> order.operations().stream())
                .filter(each -> each.id().equals(operation))
                .map(Operation::stage)
                .findFirst();
    }
}
