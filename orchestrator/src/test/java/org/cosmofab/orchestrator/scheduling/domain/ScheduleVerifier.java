package org.cosmofab.orchestrator.scheduling.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;

/** Checks a schedule against its snapshot; shares no code with the planner. */
final class ScheduleVerifier {
    private final Snapshot snapshot;
    private final Schedule schedule;
    private final Map<MachineId, Snapshot.MachineFacts> machines;
    private final Map<OperationId, Snapshot.Wanted> wanted;
    private final List<String> faults = new ArrayList<>();

    private ScheduleVerifier(Snapshot snapshot, Schedule schedule) {
        this.snapshot = snapshot;
        this.schedule = schedule;
        machines =
                snapshot.machines().stream().collect(Collectors.toMap(Snapshot.MachineFacts::id, Function.identity()));
        wanted = snapshot.wanted().stream().collect(Collectors.toMap(Snapshot.Wanted::id, Function.identity()));
    }

    /** Every fault found, in words. */
    static List<String> faults(Snapshot snapshot, Schedule schedule) {
        ScheduleVerifier verifier = new ScheduleVerifier(snapshot, schedule);
        verifier.everyOperationIsPlacedOrExplainedOnce();
        verifier.pinnedOperationsStand();
        verifier.placementsArePossible();
        verifier.nothingOverlapsOnOneMachine();
        verifier.nothingStandsUnplacedThatAMachineCouldTake();
        return verifier.faults;
    }

    private void everyOperationIsPlacedOrExplainedOnce() {
        for (OperationId id : wanted.keySet()) {
            long placed = schedule.placements().stream()
                    .filter(each -> each.operation().equals(id))
                    .count();
            long explained = schedule.unplaced().containsKey(id) ? 1 : 0;
            check(placed + explained == 1, id + " is placed " + placed + " times, explained " + explained);
        }
        long known = wanted.size() + snapshot.pinned().size();
        check(schedule.placements().size() + schedule.unplaced().size() == known, "there are operations of nobody");
    }

    private void pinnedOperationsStand() {
        snapshot.pinned().forEach(pin -> check(schedule.placements().contains(pin), pin + " was moved"));
    }

    private void placementsArePossible() {
        for (Placement placement : schedule.placements()) {
            if (!placement.pinned()) {
                Snapshot.Wanted operation = wanted.get(placement.operation());
                Snapshot.MachineFacts machine = machines.get(placement.machine());
                check(mayMake(machine, operation), placement + " is not possible");
                check(!placement.start().isBefore(snapshot.now()), placement + " begins in the past");
                check(!placement.start().isBefore(machine.busyUntil()), placement + " begins before it is free");
                Duration length = Duration.between(placement.start(), placement.end());
                check(
                        estimate(operation, machine).equals(Optional.of(length)),
                        placement + " is not as long as estimated");
            }
        }
    }

    private void nothingOverlapsOnOneMachine() {
        Map<MachineId, List<Placement>> byMachine =
                schedule.placements().stream().collect(Collectors.groupingBy(Placement::machine));
        for (List<Placement> row : byMachine.values()) {
            List<Placement> sorted =
                    row.stream().sorted(Comparator.comparing(Placement::start)).toList();
            for (int i = 1; i < sorted.size(); i++) {
                Placement before = sorted.get(i - 1);
                Placement after = sorted.get(i);
                boolean apart = !after.start().isBefore(before.end().plus(snapshot.handling()));
                check(after.pinned() || apart, before + " is not cleared away before " + after);
            }
        }
    }

    private void nothingStandsUnplacedThatAMachineCouldTake() {
        for (OperationId id : schedule.unplaced().keySet()) {
            for (Snapshot.MachineFacts machine : snapshot.machines()) {
                check(!mayMake(machine, wanted.get(id)), id + " is unplaced, but " + machine + " could take it");
            }
        }
    }

    private static boolean mayMake(Snapshot.MachineFacts machine, Snapshot.Wanted operation) {
        boolean ready = machine.reachable()
                && machine.loaded().map(operation.material()::equals).orElse(false);
        return machine.process() == operation.process()
                && (operation.asked() || ready)
                && estimate(operation, machine).isPresent();
    }

    private static Optional<Duration> estimate(Snapshot.Wanted operation, Snapshot.MachineFacts machine) {
        return operation.options().get(machine.id()) instanceof Snapshot.Option.Takes takes
                ? Optional.of(takes.estimate())
                : Optional.empty();
    }

    private void check(boolean fine, String fault) {
        if (!fine) {
            faults.add(fault);
        }
    }
}
