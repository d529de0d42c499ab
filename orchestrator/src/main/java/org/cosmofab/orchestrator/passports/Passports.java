package org.cosmofab.orchestrator.passports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;

/** Passports of what was made here. */
@ApplicationScoped
public class Passports {
    private static final Set<Order.Stage> IN_THE_BOOKS =
            Set.of(Order.Stage.SETTLED, Order.Stage.PAID, Order.Stage.DISTRIBUTED);

    private final Orders orders;
    private final Catalog catalog;
    private final Fabrication fabrication;
    private final Parties parties;

    Passports(Orders orders, Catalog catalog, Fabrication fabrication, Parties parties) {
        this.orders = orders;
        this.catalog = catalog;
        this.fabrication = fabrication;
        this.parties = parties;
    }

    /** The passport, once the order is settled. */
    public Optional<Passport> of(OrderId order) {
        return orders.find(order)
                .filter(each -> IN_THE_BOOKS.contains(each.stage()))
                .flatMap(this::passport);
    }

    /** How often each design was made here; designs that never were are left out. */
    public Map<DesignVersionId, Long> counts() {
        return orders.counts(IN_THE_BOOKS);
    }

    /** What was made of a version here, newest first, at most so many after so many. */
    public List<MadeThing> made(DesignVersionId design, int skip, int countMax) {
        return orders.of(design, IN_THE_BOOKS, skip, countMax).stream()
                .map(order -> new MadeThing(
                        order.id(), order.quantity(), order.milestones().get(Order.Stage.MADE)))
                .toList();
    }

    private Optional<Passport> passport(Order order) {
        return catalog.version(order.design())
                .map(design -> new Passport(
                        order.id(),
                        design,
                        parties.workshop().name(),
                        order.quantity(),
                        order.milestones().get(Order.Stage.MADE),
                        made(order).toList()));
    }

    private Stream<Attempt> made(Order order) {
        return fabrication.attempts(order.id()).stream()
                .filter(attempt -> attempt.stage() == Attempt.Stage.DONE)
                .map(Passports::withoutReason);
    }

    /** A reason may name the person who decided. */
    private static Attempt withoutReason(Attempt attempt) {
        return new Attempt(
                attempt.id(),
                attempt.operation(),
                attempt.order(),
                attempt.machine(),
                attempt.program(),
                attempt.stage(),
                attempt.assignedAt(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.line(),
                attempt.lines(),
                "",
                attempt.used());
    }
}
