package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.fabrication.domain.AttemptState;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.LiveState.Temperature;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.quoting.Quote;
import org.cosmofab.orchestrator.quoting.Quotes;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.cosmofab.orchestrator.settlement.Settlement;

/** A Tuesday at two in the afternoon, in a workshop where something of everything goes on. */
@Alternative
@Singleton
public class StagedWorkshop {
    static final Instant MONDAY = Instant.parse("2026-09-14T08:04:00Z");
    static final Instant TUESDAY = Instant.parse("2026-09-15T12:02:00Z");

    /** Open books of a firm's order, all the way. */
    Order distributed;

    /** Made, and to be paid. */
    Order settled;

    /** On the machines now. */
    Order making;

    /** A machine stopped, and a person decides. */
    Order stuck;

    Order cancelled;

    /** Placed and waiting for its turn. */
    Order placed;

    Quote open;
    Quote suggested;
    Quote expired;

    private boolean set;

    private final StagedPeople people;
    private final StagedShop shop;
    private final StagedMaking attempts;
    private final StagedClock clock;
    private final Doors doors;

    StagedWorkshop(StagedPeople people, StagedShop shop, StagedMaking attempts, StagedClock clock, Doors doors) {
        this.people = people;
        this.shop = shop;
        this.attempts = attempts;
        this.clock = clock;
        this.doors = doors;
    }

    /** The rooms that are played. */
    @Dependent
    record Doors(
            Catalog catalog,
            Quotes quotes,
            Orders orders,
            Settlement settlement,
            Scheduling scheduling,
            Books books,
            Machines machines) {}

    /** Furnishes the stage once. */
    synchronized void set() {
        if (set) {
            return;
        }
        clock.set(MONDAY.minus(Duration.ofDays(10)));
        people.enter();
        shop.designs();
        shop.stock();
        shop.machines();
        idle(StagedShop.PRINTER_1);
        idle(StagedShop.LASER_1);
        expired = quote(StagedPeople.FIRM_PARTY, "parts-tray", 1, Use.COMMERCIAL);
        clock.set(MONDAY);
        monday();
        tuesday();
        set = true;
    }

    /** One more order, that nothing is done for yet. */
    Order orderBy(PartyId requester) {
        return order(requester, "sheet-corner", 1, Use.NON_COMMERCIAL);
    }

    /** The order whose page has this address. */
    Order orderAt(String address) {
        long number = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        return doors.orders().byNumber(number).orElseThrow();
    }

    /** Makes an order on a machine that no page looks at closely, and settles it. */
    Order make(Order order) {
        done(order, Process.PRINT, StagedShop.LASER_2, TUESDAY, 1);
        done(order, Process.LASER, StagedShop.LASER_2, TUESDAY, 1);
        clock.set(TUESDAY);
        doors.settlement().settle(order.id()).orThrow();
        return doors.orders().find(order.id()).orElseThrow();
    }

    /** One more order, of a thing that is printed and cut. */
    Order orderOfTwoPartsBy(PartyId requester) {
        return order(requester, "spool-gauge", 1, Use.NON_COMMERCIAL);
    }

    /** Has an order at work, or held, on a machine that no page looks at closely. */
    void run(Order order, LiveState.State state) {
        clock.set(TUESDAY);
        AttemptId running = attempts.open(operation(order, Process.PRINT, 1), StagedShop.LASER_2, TUESDAY);
        heard(StagedShop.LASER_2, state, true, Optional.of(running), 100);
    }

    /** Lets a machine that no page looks at closely stop before an order is made. */
    Order fail(Order order) {
        clock.set(TUESDAY);
        attempts.attempt(
                operation(order, Process.PRINT, 1),
                StagedShop.LASER_2,
                StagedMaking.Course.failed(TUESDAY.minusSeconds(600), TUESDAY, 12, "the belt slipped"));
        return order;
    }

    private void monday() {
        distributed = order(StagedPeople.FIRM_PARTY, "parts-tray", 1, Use.COMMERCIAL);
        done(distributed, Process.PRINT, StagedShop.PRINTER_1, MONDAY.plus(Duration.ofHours(1)), 95);
        done(distributed, Process.LASER, StagedShop.LASER_1, MONDAY.plus(Duration.ofHours(3)), 12);
        doors.settlement().settle(distributed.id()).orThrow();
        clock.set(MONDAY.plus(Duration.ofHours(5)));
        doors.settlement()
                .pay(
                        distributed.id(),
                        doors.settlement()
                                .statement(distributed.id())
                                .orElseThrow()
                                .total(),
                        StagedPeople.OPERATOR)
                .orThrow();
        cancelled = order(StagedPeople.NEIGHBOUR_PARTY, "sheet-corner", 3, Use.NON_COMMERCIAL);
        clock.set(MONDAY.plus(Duration.ofHours(6)));
        doors.orders().cancel(cancelled.id()).orThrow();
    }

    private void tuesday() {
        Instant morning = TUESDAY.minus(Duration.ofHours(4));
        clock.set(morning);
        settled = order(StagedPeople.NEIGHBOUR_PARTY, "spool-gauge", 1, Use.NON_COMMERCIAL);
        done(settled, Process.PRINT, StagedShop.PRINTER_2, morning.plus(Duration.ofMinutes(20)), 41);
        done(settled, Process.LASER, StagedShop.LASER_1, morning.plus(Duration.ofMinutes(70)), 6);
        doors.settlement().settle(settled.id()).orThrow();
        doors.books().seal();
        making = order(StagedPeople.FIRM_PARTY, "parts-tray", 2, Use.COMMERCIAL);
        stuck = order(StagedPeople.NEIGHBOUR_PARTY, "cable-rail", 1, Use.NON_COMMERCIAL);
        placed = order(StagedPeople.NEIGHBOUR_PARTY, "sheet-corner", 2, Use.NON_COMMERCIAL);
        doors.orders().note(placed.id(), "no lot of PLA holds 240 g any more; take a new spool in");
        doors.scheduling().replan();
        now();
        open = quote(StagedPeople.FIRM_PARTY, "spool-gauge", 3, Use.COMMERCIAL);
        suggested = quote(StagedPeople.STRANGER_PARTY, "parts-tray", 1, Use.COMMERCIAL);
        clock.set(TUESDAY);
        doors.scheduling().replan();
    }

    private void now() {
        Instant start = TUESDAY.minus(Duration.ofMinutes(58));
        done(making, Process.LASER, StagedShop.LASER_1, TUESDAY.minus(Duration.ofMinutes(24)), 12);
        AttemptId printing = attempts.attempt(
                operation(making, Process.PRINT, 1),
                StagedShop.PRINTER_1,
                StagedMaking.Course.open(new AttemptState.Running(), start, 2480));
        doors.scheduling().pin(operation(making, Process.PRINT, 1).id(), StagedShop.PRINTER_1, Duration.ofMinutes(94));
        Instant failed = TUESDAY.minus(Duration.ofMinutes(47));
        attempts.attempt(
                operation(stuck, Process.PRINT, 1),
                StagedShop.PRINTER_2,
                StagedMaking.Course.failed(
                        TUESDAY.minus(Duration.ofMinutes(60)), failed, 1240, "thermal runaway, heater 1"));
        AttemptId lost = attempts.attempt(
                operation(making, Process.PRINT, 2),
                StagedShop.PRINTER_3,
                StagedMaking.Course.open(
                        new AttemptState.Uncertain("no contact for 90 s"),
                        TUESDAY.minus(Duration.ofMinutes(31)),
                        1250));
        heard(StagedShop.PRINTER_1, LiveState.State.RUNNING, true, Optional.of(printing), 2480);
        heard(StagedShop.PRINTER_2, LiveState.State.IDLE, false, Optional.empty(), 0);
        heard(StagedShop.PRINTER_3, LiveState.State.UNREACHABLE, false, Optional.of(lost), 1250);
        heard(StagedShop.LASER_1, LiveState.State.IDLE, false, Optional.empty(), 0);
    }

    /** Something of it everywhere: what a machine says of itself. */
    void heard(MachineId machine, LiveState.State state, boolean cleared, Optional<AttemptId> attempt, int line) {
        boolean printer = machine.value().startsWith("printer");
        boolean hot = state == LiveState.State.RUNNING;
        doors.machines()
                .heard(
                        machine,
                        new LiveState(
                                state,
                                TUESDAY.minus(Duration.ofMinutes(4)),
                                cleared,
                                state == LiveState.State.ALARM ? "ALARM:1 hard limit" : "",
                                attempt,
                                line,
                                line > 0 ? StagedMaking.LINES : 0,
                                hot ? Optional.of(TUESDAY.plus(Duration.ofMinutes(36))) : Optional.empty(),
                                printer
                                        ? Map.of(
                                                "nozzle", new Temperature(hot ? 214.4 : 41, hot ? 215 : 0),
                                                "bed", new Temperature(hot ? 60.1 : 29, hot ? 60 : 0))
                                        : Map.of(),
                                printer ? Optional.empty() : Optional.of(hot ? 900.0 : 0),
                                printer ? Optional.empty() : Optional.of(hot ? 640.0 : 0)));
    }

    private void idle(MachineId machine) {
        heard(machine, LiveState.State.IDLE, true, Optional.empty(), 0);
    }

    private Quote quote(PartyId requester, String slug, int quantity, Use use) {
        return doors.quotes()
                .ask(requester, doors.catalog().versions(slug).get(0).id(), quantity, use)
                .orThrow();
    }

    private Order order(PartyId requester, String slug, int quantity, Use use) {
        Quote quote = quote(requester, slug, quantity, use);
        return doors.quotes().accept(quote.id(), requester).orThrow();
    }

    private void done(Order order, Process process, MachineId machine, Instant start, int minutes) {
        for (Operation operation : order.operations()) {
            if (operation.process() == process) {
                Instant end = start.plus(Duration.ofMinutes(minutes));
                clock.set(end);
                attempts.attempt(operation, machine, StagedMaking.Course.done(start, end));
            }
        }
    }

    private static Operation operation(Order order, Process process, int copy) {
        return order.operations().stream()
                .filter(o -> o.process() == process && o.copy() == copy)
                .findFirst()
                .orElseThrow();
    }
}
