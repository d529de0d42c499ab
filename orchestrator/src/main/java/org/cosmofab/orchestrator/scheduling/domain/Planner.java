package org.cosmofab.orchestrator.scheduling.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.scheduling.Schedule.Waiting;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.MachineFacts;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Option;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Wanted;

/** Gives each operation, in rank order, to the machine that would finish it first. */
public final class Planner {
    private static final Comparator<Placement> SOONEST_END = Comparator.comparing(Placement::end)
            .thenComparing(Placement::start)
            .thenComparing(placement -> placement.machine().value());
    private static final Comparator<Placement> BY_TIME = Comparator.comparing(Placement::start)
            .thenComparing(placement -> placement.machine().value())
            .thenComparing(placement -> placement.operation().value());

    private final Snapshot snapshot;
    private final Map<MachineId, Instant> freeAt = new HashMap<>();
    private final List<Placement> placements = new ArrayList<>();
    private final Map<OperationId, Waiting> unplaced = new HashMap<>();

    private Planner(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The schedule of a snapshot: each wanted operation is placed or explained, each pinned one stands. */
    public static Schedule plan(Snapshot snapshot) {
        return new Planner(snapshot).plan();
    }

    private Schedule plan() {
        snapshot.machines().forEach(machine -> freeAt.put(machine.id(), later(snapshot.now(), machine.busyUntil())));
        snapshot.pinned().forEach(this::occupy);
        snapshot.wanted().stream()
                .sorted(Comparator.comparing(Wanted::rank)
                        .thenComparing(wanted -> wanted.id().value()))
                .forEach(this::place);
        return new Schedule(snapshot.now(), placements.stream().sorted(BY_TIME).toList(), unplaced);
    }

    private void place(Wanted wanted) {
        snapshot.machines().stream()
                .flatMap(machine -> placement(wanted, machine).stream())
                .min(SOONEST_END)
                .ifPresentOrElse(
                        this::occupy, () -> unplaced.put(wanted.id(), Eligibility.reason(wanted, snapshot.machines())));
    }

    private Optional<Placement> placement(Wanted wanted, MachineFacts machine) {
        if (Eligibility.obstacle(wanted, machine).isPresent()) {
            return Optional.empty();
        }
        Instant start = freeAt.get(machine.id());
        return wanted.options()
                .get(machine.id())
                .fold(Optional::of, impossible -> Optional.<Option.Takes>empty())
                .map(takes -> new Placement(wanted.id(), machine.id(), start, start.plus(takes.estimate()), false));
    }

    private void occupy(Placement placement) {
        placements.add(placement);
        freeAt.merge(placement.machine(), placement.end().plus(snapshot.handling()), Planner::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
