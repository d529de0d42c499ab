package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.domain.Candidate;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.preparation.Preparation;
import org.cosmofab.orchestrator.preparation.PreparedProgram;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.jboss.logging.Logger;

/** Finds for each machine that is ready the operation whose turn it is. Blocks while a program is prepared. */
@ApplicationScoped
class Dispatch {
    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Machines machines;
    private final Scheduling scheduling;
    private final Orders orders;
    private final Catalog catalog;
    private final Preparation preparation;
    private final Clock clock;

    Dispatch(
            Machines machines,
            Scheduling scheduling,
            Orders orders,
            Catalog catalog,
            Preparation preparation,
            Clock clock) {
        this.machines = machines;
        this.scheduling = scheduling;
        this.orders = orders;
        this.catalog = catalog;
        this.preparation = preparation;
        this.clock = clock;
    }

    /** What can begin now, at most one for each machine. */
    List<Candidate> candidates() {
        List<Machine> ready = machines.all().stream().filter(this::isReady).toList();
        if (ready.isEmpty()) {
            return List.of();
        }
        List<Placement> placements = scheduling.current().placements();
        return ready.stream()
                .flatMap(machine ->
                        next(machine, placements).flatMap(placement -> candidate(machine, placement)).stream())
                .toList();
    }

    private boolean isReady(Machine machine) {
        LiveState live = machines.live(machine.id());
        return live.state() == LiveState.State.IDLE
                && live.cleared()
                && machine.loaded().isPresent();
    }

    private Optional<Placement> next(Machine machine, List<Placement> placements) {
        Instant now = clock.instant();
        return placements.stream()
                .filter(placement -> placement.machine().equals(machine.id()) && !placement.pinned())
                .min(Comparator.comparing(Placement::start))
                .filter(placement -> !placement.start().isAfter(now));
    }

    private Optional<Candidate> candidate(Machine machine, Placement placement) {
        Optional<Order> order = orders.of(placement.operation());
        Optional<Operation> operation = order.stream()
                .flatMap(each -> each.operations().stream())
                .filter(each -> each.id().equals(placement.operation()))
                .filter(each -> each.stage() == Operation.Stage.WAITING)
                .filter(each -> machine.loaded().map(Machine.Loaded::material).equals(Optional.of(each.material())))
                .findFirst();
        return operation.flatMap(waiting ->
                program(order.orElseThrow(), waiting, machine).map(program -> candidate(machine, waiting, program)));
    }

    private Optional<PreparedProgram> program(Order order, Operation operation, Machine machine) {
        Optional<DesignVersion> design = catalog.version(order.design());
        return design.stream()
                .flatMap(version -> version.parts().stream())
                .filter(part -> part.name().equals(operation.part()))
                .findFirst()
                .flatMap(part -> preparation
                        .prepare(design.orElseThrow(), part, machine)
                        .fold(Optional::of, refusal -> {
                            LOG.warnf("%s cannot be made on %s: %s", part.name(), machine.id(), refusal.detail());
                            return Optional.empty();
                        }));
    }

    private static Candidate candidate(Machine machine, Operation operation, PreparedProgram program) {
        return new Candidate(
                operation.id(),
                operation.order(),
                machine.id(),
                machine.agent(),
                machine.loaded().orElseThrow(),
                program.hash(),
                program.bytes(),
                program.estimate());
    }
}
