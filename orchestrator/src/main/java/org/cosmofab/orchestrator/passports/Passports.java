package org.cosmofab.orchestrator.passports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private static final List<Order.Stage> IN_THE_BOOKS =
            List.of(Order.Stage.SETTLED, Order.Stage.PAID, Order.Stage.DISTRIBUTED);

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

    /** Every fabrication of a version here, newest first. */
    public List<Passport> of(DesignVersionId design) {
        return IN_THE_BOOKS.stream()
                .flatMap(stage -> orders.at(stage).stream())
                .filter(order -> order.design().equals(design))
                .sorted(Comparator.comparingLong(Order::number).reversed())
                .flatMap(order -> passport(order).stream())
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
