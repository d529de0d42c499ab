package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.scheduling.Scheduling;

/** Puts the floor together from what the rooms know. */
@ApplicationScoped
class FloorPage {
    private static final Duration HORIZON = Duration.ofHours(3);

    private final Machines machines;
    private final Orders orders;
    private final Fabrication fabrication;
    private final Scheduling scheduling;
    private final Catalog catalog;
    private final Clock clock;

    FloorPage(
            Machines machines,
            Orders orders,
            Fabrication fabrication,
            Scheduling scheduling,
            Catalog catalog,
            Clock clock) {
        this.machines = machines;
        this.orders = orders;
        this.fabrication = fabrication;
        this.scheduling = scheduling;
        this.catalog = catalog;
        this.clock = clock;
    }

    FloorView view(Locale locale, Show show) {
        FloorMsg words = FloorMsg.in(locale);
        Instant now = clock.instant();
        Schedule schedule = scheduling.current();
        Map<OperationId, Work> works = works(locale);
        List<FloorView.Card> cards = new ArrayList<>();
        List<FloorView.Hand> hands = new ArrayList<>();
        for (Machine machine : machines.all()) {
            MachineCard card = new MachineCard(machine, machines.live(machine.id()), words, show);
            Optional<Attempt> last = lastOn(machine.id(), works);
            Optional<Placement> next = next(schedule, machine.id(), now);
            cards.add(card.of(last, works, next));
            card.hand(last, works, next).ifPresent(hands::add);
        }
        int running = (int) machines.all().stream()
                .filter(m -> machines.live(m.id()).state() == LiveState.State.RUNNING)
                .count();
        Optional<Placement> soonest = soonestEnd(schedule, now);
        return new FloorView(
                cards,
                hands,
                lanes(schedule, works, now),
                plan(schedule, works, show, words),
                running,
                soonest.map(p -> name(p.machine())).orElse(null),
                soonest.map(p -> show.time(p.end())).orElse(null));
    }

    /** What changes when a person should look again; a few numbers, not the page. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        for (Machine machine : machines.all()) {
            LiveState live = machines.live(machine.id());
            all.append(machine.id())
                    .append(live.state())
                    .append(live.cleared())
                    .append(Math.round(live.fraction() * 100))
                    .append(Math.round(live.temperatures().values().stream()
                            .mapToDouble(LiveState.Temperature::actual)
                            .sum()))
                    .append(machine.loaded());
        }
        return all.append(scheduling.current().plannedAt()).toString();
    }

    /** An operation, with its order and the words for what is made. */
    record Work(Order order, Operation operation, String title) {}

    private Map<OperationId, Work> works(Locale locale) {
        Map<OperationId, Work> works = new HashMap<>();
        for (Order order : orders.all()) {
            String design = catalog.version(order.design())
                    .map(version -> title(version, locale))
                    .orElse("");
            for (Operation operation : order.operations()) {
                String copy = order.quantity() > 1 ? " ×" + operation.copy() : "";
                works.put(operation.id(), new Work(order, operation, design + " · " + operation.part() + copy));
            }
        }
        return works;
    }

    private static String title(DesignVersion version, Locale locale) {
        return version.title(locale.getLanguage());
    }

    private Optional<Attempt> lastOn(MachineId machine, Map<OperationId, Work> works) {
        return works.values().stream()
                .map(work -> work.order().id())
                .distinct()
                .flatMap(order -> fabrication.attempts(order).stream())
                .filter(attempt -> attempt.machine().equals(machine))
                .filter(attempt ->
                        attempt.startedAt().isPresent() || attempt.endedAt().isPresent())
                .max(Comparator.comparing(Attempt::assignedAt));
    }

    private static Optional<Placement> next(Schedule schedule, MachineId machine, Instant now) {
        return schedule.placements().stream()
                .filter(p -> p.machine().equals(machine) && !p.pinned())
                .filter(p -> p.end().isAfter(now))
                .min(Comparator.comparing(Placement::start));
    }

    private Optional<Placement> soonestEnd(Schedule schedule, Instant now) {
        return schedule.placements().stream()
                .filter(p -> p.pinned() && p.end().isAfter(now))
                .min(Comparator.comparing(Placement::end));
    }

    private List<FloorView.Lane> lanes(Schedule schedule, Map<OperationId, Work> works, Instant now) {
        return machines.all().stream()
                .map(machine -> new FloorView.Lane(
                        machine.name(),
                        schedule.placements().stream()
                                .filter(p -> p.machine().equals(machine.id()))
                                .filter(p -> p.end().isAfter(now) && p.start().isBefore(now.plus(HORIZON)))
                                .map(p -> slot(p, works, now))
                                .toList()))
                .toList();
    }

    private static FloorView.Slot slot(Placement placement, Map<OperationId, Work> works, Instant now) {
        double left = Math.max(0, share(now, placement.start()));
        double right = Math.min(100, share(now, placement.end()));
        String title = Optional.ofNullable(works.get(placement.operation()))
                .map(Work::title)
                .orElse("");
        return new FloorView.Slot(
                title, placement.pinned() ? "run" : "", round(left), round(Math.max(0.5, right - left)));
    }

    private static double share(Instant now, Instant at) {
        return 100.0 * Duration.between(now, at).toMillis() / HORIZON.toMillis();
    }

    private static double round(double percent) {
        return Math.round(percent * 10) / 10.0;
    }

    private List<FloorView.PlanLine> plan(Schedule schedule, Map<OperationId, Work> works, Show show, FloorMsg words) {
        List<FloorView.PlanLine> lines = new ArrayList<>();
        schedule.placements().stream()
                .sorted(Comparator.comparing(Placement::start))
                .filter(p -> works.containsKey(p.operation()))
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

    private String name(MachineId id) {
        return machines.find(id).map(Machine::name).orElse(id.value());
    }
}
