package org.cosmofab.orchestrator.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;

class PlannerProperties {
    private static final Instant NOW = Samples.NOON;
    private static final int MACHINES_MAX = 6;

    @Property
    void everyPlanPassesTheVerifier(@ForAll("snapshots") Snapshot snapshot) {
        assertThat(ScheduleVerifier.faults(snapshot, Planner.plan(snapshot))).isEmpty();
    }

    @Property
    void theOrderOfTheSnapshotMeansNothing(@ForAll("snapshots") Snapshot snapshot, @ForAll Random random) {
        Snapshot shuffled = new Snapshot(
                snapshot.now(),
                snapshot.handling(),
                shuffled(snapshot.machines(), random),
                shuffled(snapshot.wanted(), random),
                shuffled(snapshot.pinned(), random));

        assertThat(Planner.plan(shuffled)).isEqualTo(Planner.plan(snapshot));
    }

    @Property
    void oneMoreMachineDelaysTheFirstInRankNever(@ForAll("snapshots") Snapshot snapshot) {
        Optional<Snapshot.Wanted> first =
                snapshot.wanted().stream().min(java.util.Comparator.comparing(Snapshot.Wanted::rank));
        if (first.isEmpty() || snapshot.machines().size() < 2) {
            return;
        }
        Snapshot fewer = new Snapshot(
                snapshot.now(),
                snapshot.handling(),
                snapshot.machines().subList(1, snapshot.machines().size()),
                List.of(first.get()),
                List.of());
        Snapshot more =
                new Snapshot(snapshot.now(), snapshot.handling(), snapshot.machines(), List.of(first.get()), List.of());

        Schedule before = Planner.plan(fewer);
        Schedule after = Planner.plan(more);

        if (!before.placements().isEmpty()) {
            assertThat(after.placements().get(0).end())
                    .isBeforeOrEqualTo(before.placements().get(0).end());
        }
    }

    @Provide
    Arbitrary<Snapshot> snapshots() {
        return Combinators.combine(
                        machine().list().ofMaxSize(MACHINES_MAX),
                        operation().list().ofMaxSize(25),
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(0, 2))
                .as((machines, operations, handling, pins) -> {
                    List<Snapshot.MachineFacts> named = new ArrayList<>();
                    for (int i = 0; i < machines.size(); i++) {
                        Snapshot.MachineFacts each = machines.get(i);
                        named.add(new Snapshot.MachineFacts(
                                machineId(i), each.process(), each.loaded(), each.reachable(), each.busyUntil()));
                    }
                    List<Snapshot.Wanted> ranked = new ArrayList<>();
                    for (int i = 0; i < operations.size(); i++) {
                        ranked.add(ranked(operations.get(i), i));
                    }
                    List<Placement> pinned = new ArrayList<>();
                    for (int i = 0; i < Math.min(pins, named.size()); i++) {
                        pinned.add(new Placement(
                                new OperationId(new UUID(7, i)),
                                machineId(i),
                                NOW.minusSeconds(600),
                                NOW.plusSeconds(300L * i),
                                true));
                    }
                    return new Snapshot(NOW, Duration.ofSeconds(handling), named, ranked, pinned);
                });
    }

    private static Arbitrary<Snapshot.MachineFacts> machine() {
        return Combinators.combine(
                        Arbitraries.of(Process.class),
                        material().optional(0.9),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false)),
                        Arbitraries.integers().between(-600, 7200))
                .as((process, loaded, reachable, busy) ->
                        new Snapshot.MachineFacts(machineId(0), process, loaded, reachable, NOW.plusSeconds(busy)));
    }

    private static Arbitrary<Snapshot.Wanted> operation() {
        Arbitrary<Map<MachineId, Snapshot.Option>> options = option().list()
                .ofSize(MACHINES_MAX)
                .map(list -> {
                    Map<MachineId, Snapshot.Option> map = new HashMap<>();
                    for (int i = 0; i < list.size(); i++) {
                        int at = i;
                        list.get(i).ifPresent(each -> map.put(machineId(at), each));
                    }
                    return map;
                });
        return Combinators.combine(
                        Arbitraries.of(Process.class),
                        material(),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(5, false), net.jqwik.api.Tuple.of(1, true)),
                        options,
                        Arbitraries.longs().between(1001, 1005))
                .as((process, material, asked, possible, order) -> new Snapshot.Wanted(
                        new OperationId(new UUID(0, 0)),
                        new Snapshot.Rank(order, 0),
                        "part",
                        process,
                        material,
                        asked,
                        possible));
    }

    private static Arbitrary<Optional<Snapshot.Option>> option() {
        Arbitrary<Optional<Snapshot.Option>> takes = Arbitraries.integers()
                .between(1, 36_000)
                .map(seconds -> Optional.of(new Snapshot.Option.Takes(Duration.ofSeconds(seconds))));
        Arbitrary<Optional<Snapshot.Option>> impossible = Arbitraries.of(
                        Schedule.Waiting.Code.DOES_NOT_FIT, Schedule.Waiting.Code.PROGRAM_REFUSED)
                .map(code -> Optional.of(
                        new Snapshot.Option.Impossible(new Schedule.Waiting(code, Map.of("part", "part")))));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, takes),
                net.jqwik.api.Tuple.of(1, impossible),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Optional.empty())));
    }

    private static Arbitrary<MaterialId> material() {
        return Arbitraries.of(Samples.PLA, Samples.PLYWOOD);
    }

    private static MachineId machineId(int i) {
        return new MachineId("machine-" + i);
    }

    private static Snapshot.Wanted ranked(Snapshot.Wanted wanted, int i) {
        return new Snapshot.Wanted(
                new OperationId(new UUID(1, i)),
                new Snapshot.Rank(wanted.rank().order(), i),
                wanted.part(),
                wanted.process(),
                wanted.material(),
                wanted.asked(),
                wanted.options());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
