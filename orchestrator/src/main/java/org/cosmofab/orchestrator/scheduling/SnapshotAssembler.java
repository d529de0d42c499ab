package org.cosmofab.orchestrator.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.MachineFacts;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Option;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Rank;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Wanted;

/** Collects from the other rooms what a plan depends on. Blocks while programs are prepared. */
@ApplicationScoped
class SnapshotAssembler {
    private static final Set<LiveState.State> NOT_READY =
            Set.of(LiveState.State.UNKNOWN, LiveState.State.UNREACHABLE, LiveState.State.ALARM);
    private static final Set<Operation.Stage> AT_A_MACHINE = Set.of(Operation.Stage.ASSIGNED, Operation.Stage.RUNNING);

    private final Machines machines;
    private final Orders orders;
    private final Catalog catalog;
    private final Options options;
    private final Clock clock;

    SnapshotAssembler(Machines machines, Orders orders, Catalog catalog, Options options, Clock clock) {
        this.machines = machines;
        this.orders = orders;
        this.catalog = catalog;
        this.options = options;
        this.clock = clock;
    }

    /** The present facts; operations at a machine keep the place that their pin says. */
    Snapshot present(List<Placement> pins) {
        Instant now = now();
        List<Machine> all = machines.all();
        List<Wanted> wanted = new ArrayList<>();
        Map<PartOfDesign, Map<MachineId, Option>> known = new HashMap<>();
        unfinished().forEach(order -> wanted.addAll(waiting(order, all, known)));
        Set<OperationId> started = atMachines();
        List<Placement> pinned = pins.stream()
                .filter(pin -> started.contains(pin.operation()))
                .map(pin -> soFar(pin, now))
                .toList();
        return new Snapshot(now, Operation.HANDLING, facts(all, now), wanted, pinned);
    }

    /** The same, and so many objects of a design after everything that is ordered. */
    Snapshot asked(Snapshot snapshot, DesignVersion design, int quantity) {
        List<Machine> all = machines.all();
        List<Wanted> wanted = new ArrayList<>(snapshot.wanted());
        int ordinal = 0;
        for (DesignVersion.Part part : design.parts()) {
            var possible = options.of(design, part, all, true);
            for (int copy = 0; copy < quantity * part.quantity(); copy++) {
                OperationId id = new OperationId(new UUID(0, ordinal));
                Rank last = new Rank(Long.MAX_VALUE, ordinal++);
                wanted.add(new Wanted(id, last, part.name(), part.process(), part.material(), true, possible));
            }
        }
        return new Snapshot(snapshot.now(), snapshot.handling(), snapshot.machines(), wanted, snapshot.pinned());
    }

    /** Operations that a machine was given. */
    Set<OperationId> atMachines() {
        return unfinished()
                .flatMap(order -> order.operations().stream())
                .filter(operation -> AT_A_MACHINE.contains(operation.stage()))
                .map(Operation::id)
                .collect(Collectors.toSet());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Stream<Order> unfinished() {
        return Stream.concat(orders.at(Order.Stage.PLACED).stream(), orders.at(Order.Stage.MAKING).stream());
    }

    /** What programs are prepared for: once, however many copies of it wait in however many orders. */
    private record PartOfDesign(DesignVersionId design, String part) {}

    private List<Wanted> waiting(Order order, List<Machine> all, Map<PartOfDesign, Map<MachineId, Option>> known) {
        Optional<DesignVersion> design = catalog.version(order.design());
        List<Wanted> wanted = new ArrayList<>();
        for (int ordinal = 0; ordinal < order.operations().size(); ordinal++) {
            Operation operation = order.operations().get(ordinal);
            if (operation.stage() == Operation.Stage.WAITING) {
                Rank rank = new Rank(order.number(), ordinal);
                Map<MachineId, Option> possible = known.computeIfAbsent(
                        new PartOfDesign(order.design(), operation.part()),
                        each -> design.flatMap(version ->
                                        part(version, operation).map(part -> options.of(version, part, all, false)))
                                .orElseGet(Map::of));
                wanted.add(new Wanted(
                        operation.id(),
                        rank,
                        operation.part(),
                        operation.process(),
                        operation.material(),
                        false,
                        possible));
            }
        }
        return wanted;
    }

    private static Optional<DesignVersion.Part> part(DesignVersion design, Operation operation) {
        return design.parts().stream()
                .filter(part -> part.name().equals(operation.part()))
                .findFirst();
    }

    private List<MachineFacts> facts(List<Machine> all, Instant now) {
        return all.stream()
                .map(machine -> {
                    LiveState live = machines.live(machine.id());
                    return new MachineFacts(
                            machine.id(),
                            machine.process(),
                            machine.loaded().map(Machine.Loaded::material),
                            !NOT_READY.contains(live.state()),
                            live.attempt().flatMap(attempt -> live.etaAt()).orElse(now));
                })
                .toList();
    }

    /** A pin ends when its machine now says that it will, and not in the past. */
    private Placement soFar(Placement pin, Instant now) {
        LiveState live = machines.live(pin.machine());
        Instant end = live.attempt().flatMap(attempt -> live.etaAt()).orElse(pin.end());
        return new Placement(pin.operation(), pin.machine(), pin.start(), end.isAfter(now) ? end : now, true);
    }
}
