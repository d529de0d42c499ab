package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.scheduling.Scheduling;

/** Puts the floor together from what the rooms know. */
@ApplicationScoped
class FloorPage {
    private final Shop shop;
    private final Orders orders;
    private final Fabrication fabrication;
    private final Scheduling scheduling;
    private final Catalog catalog;
    private final Place place;

    FloorPage(Shop shop, Orders orders, Fabrication fabrication, Scheduling scheduling, Catalog catalog, Place place) {
        this.shop = shop;
        this.orders = orders;
        this.fabrication = fabrication;
        this.scheduling = scheduling;
        this.catalog = catalog;
        this.place = place;
    }

    /** What stands and lies in the workshop. */
    @Dependent
    record Shop(Machines machines, Materials materials) {}

    /** An operation, with its order and the words for what is made. */
    record Work(Order order, Operation operation, String title) {}

    /**
     * What concerns one machine.
     *
     * @param last attempt that began on it
     * @param lastWork what that attempt was for
     * @param next what is planned on it and has not begun
     */
    record Concern(
            Machine machine,
            LiveState live,
            Optional<Attempt> last,
            Optional<Work> lastWork,
            Optional<Next> next,
            Optional<Loaded> loaded) {}

    /** What lies or hangs on a machine, and how much is left of it. */
    record Loaded(String material, long milligrams) {}

    /** What is planned next. */
    record Next(Work work, Instant start) {}

    /**
     * @param known whether the person who looks is known here; strangers see which machines are free, not whose work is on them
     */
    FloorView view(Locale locale, boolean known) {
        Show show = place.show(locale);
        FloorMsg words = Words.floor(locale);
        Schedule schedule = scheduling.current();
        List<Machine> machines = shop.machines().all();
        Map<OperationId, Work> works = works(machines, locale);
        List<FloorView.Card> cards = new ArrayList<>();
        List<FloorView.Hand> hands = new ArrayList<>();
        int running = 0;
        for (Machine machine : machines) {
            Concern concern = concern(machine, schedule, works, locale);
            MachineCard card = new MachineCard(concern, words, show);
            cards.add(known ? card.card() : new PublicCard(concern, card.card(), words, show).card());
            card.hand().ifPresent(hands::add);
            running += concern.live().state() == LiveState.State.RUNNING ? 1 : 0;
        }
        Optional<Placement> soonest = soonestEnd(schedule, show.now());
        FloorPlan plan = known
                ? new FloorPlan(schedule, works, machines, words, show)
                : new FloorPlan(taken(schedule), busy(works, words), machines, words, show);
        return new FloorView(
                cards,
                known ? hands : List.of(),
                plan.lanes(),
                plan.hours(),
                plan.lines(),
                running,
                hands.size(),
                soonest.map(p -> plan.name(p.machine())).orElse(null),
                soonest.map(p -> show.at(p.end())).orElse(null));
    }

    /** The schedule without what waits, and why. */
    private static Schedule taken(Schedule schedule) {
        return new Schedule(schedule.plannedAt(), schedule.placements(), Map.of());
    }

    /** The same work, of which is said only that it is there. */
    private static Map<OperationId, Work> busy(Map<OperationId, Work> works, FloorMsg words) {
        Map<OperationId, Work> busy = new HashMap<>();
        works.forEach((id, work) -> busy.put(id, new Work(work.order(), work.operation(), words.busy())));
        return busy;
    }

    private Concern concern(Machine machine, Schedule schedule, Map<OperationId, Work> works, Locale locale) {
        Optional<Attempt> last = fabrication.lastOn(machine.id());
        return new Concern(
                machine,
                shop.machines().live(machine.id()),
                last,
                last.map(attempt -> works.get(attempt.operation())),
                next(schedule, machine.id(), works),
                machine.loaded().map(on -> loaded(on, locale)));
    }

    private Loaded loaded(Machine.Loaded on, Locale locale) {
        String material = shop.materials()
                .material(on.material())
                .map(known -> known.name(locale.getLanguage()))
                .orElse(on.material().value());
        return new Loaded(
                material, shop.materials().lot(on.lot()).map(Lot::milligrams).orElse(0L));
    }

    /** Of the orders that are not made yet, and of those that machines worked on last. */
    private Map<OperationId, Work> works(List<Machine> machines, Locale locale) {
        Stream<Order> open =
                Stream.of(Order.Stage.PLACED, Order.Stage.MAKING).flatMap(stage -> orders.at(stage).stream());
        Stream<Order> last = machines.stream()
                .flatMap(machine -> fabrication.lastOn(machine.id()).stream())
                .flatMap(attempt -> orders.find(attempt.order()).stream());
        Map<OperationId, Work> works = new HashMap<>();
        Stream.concat(open, last).forEach(order -> {
            String design = catalog.version(order.design())
                    .map(version -> version.title(locale.getLanguage()))
                    .orElse("");
            for (Operation operation : order.operations()) {
                works.put(operation.id(), new Work(order, operation, design + " · " + Common.part(order, operation)));
            }
        });
        return works;
    }

    private static Optional<Next> next(Schedule schedule, MachineId machine, Map<OperationId, Work> works) {
        return schedule.placements().stream()
                .filter(p -> p.machine().equals(machine) && !p.pinned())
                .filter(p -> works.containsKey(p.operation()))
                .filter(p -> works.get(p.operation()).operation().stage() == Operation.Stage.WAITING)
                .min(Comparator.comparing(Placement::start))
                .map(p -> new Next(works.get(p.operation()), p.start()));
    }

    private static Optional<Placement> soonestEnd(Schedule schedule, Instant now) {
        return schedule.placements().stream()
                .filter(p -> p.pinned() && p.end().isAfter(now))
                .min(Comparator.comparing(Placement::end));
    }
}
