package org.cosmofab.orchestrator.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;

/** The next hours of every machine: as lanes for the eye, and as lines of a table that says the same. */
final class FloorPlan {
    private static final int HORIZON_HOURS = 3;
    private static final Duration HORIZON = Duration.ofHours(HORIZON_HOURS);
    private static final int WHOLE = 100;
    private static final int ROOM_FOR_NOW_PERCENT = 15;

    private final Schedule schedule;
    private final Map<OperationId, FloorPage.Work> works;
    private final List<Machine> machines;
    private final FloorMsg words;
    private final Show show;

    FloorPlan(
            Schedule schedule,
            Map<OperationId, FloorPage.Work> works,
            List<Machine> machines,
            FloorMsg words,
            Show show) {
        this.schedule = schedule;
        this.works = works;
        this.machines = machines;
        this.words = words;
        this.show = show;
    }

    List<FloorView.Lane> lanes() {
        return machines.stream()
                .map(machine -> new FloorView.Lane(
                        machine.name(),
                        placements()
                                .filter(p -> p.machine().equals(machine.id()))
                                .map(this::slot)
                                .toList()))
                .toList();
    }

    /** The full hours within the lanes, but for one that the word for now stands on. */
    List<FloorView.Hour> hours() {
        Instant first = show.nextFullHour();
        return IntStream.range(0, HORIZON_HOURS)
                .mapToObj(i -> first.plus(Duration.ofHours(i)))
                .filter(at -> percent(at) >= ROOM_FOR_NOW_PERCENT)
                .map(at -> new FloorView.Hour(show.time(at), percent(at)))
                .toList();
    }

    List<FloorView.PlanLine> lines() {
        List<FloorView.PlanLine> lines = new ArrayList<>();
        placements()
                .sorted(Comparator.comparing(Placement::start))
                .forEach(p -> lines.add(new FloorView.PlanLine(
                        works.get(p.operation()).title(),
                        "",
                        name(p.machine()),
                        show.time(p.start()),
                        show.time(p.end()))));
        schedule.unplaced().forEach((operation, waiting) -> {
            if (works.containsKey(operation)) {
                lines.add(new FloorView.PlanLine(
                        works.get(operation).title(), Reasons.waiting(waiting, words), "–", "–", "–"));
            }
        });
        return lines;
    }

    String name(MachineId id) {
        return machines.stream()
                .filter(machine -> machine.id().equals(id))
                .findFirst()
                .map(Machine::name)
                .orElse(id.value());
    }

    private java.util.stream.Stream<Placement> placements() {
        Instant now = show.now();
        return schedule.placements().stream()
                .filter(p -> works.containsKey(p.operation()))
                .filter(p -> p.end().isAfter(now) && p.start().isBefore(now.plus(HORIZON)));
    }

    private FloorView.Slot slot(Placement placement) {
        int left = Math.max(0, percent(placement.start()));
        int right = Math.min(WHOLE, percent(placement.end()));
        String title = Optional.ofNullable(works.get(placement.operation()))
                .map(FloorPage.Work::title)
                .orElse("");
        return new FloorView.Slot(title, placement.pinned() ? "run" : "", left, Math.max(1, right - left));
    }

    private int percent(Instant at) {
        return (int)
                Math.round((double) WHOLE * Duration.between(show.now(), at).toMillis() / HORIZON.toMillis());
    }
}
