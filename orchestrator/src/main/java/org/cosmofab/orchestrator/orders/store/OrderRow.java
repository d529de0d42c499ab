package org.cosmofab.orchestrator.orders.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "orders")
class OrderRow {
    @Id
    UUID id;

    String issuer;

    @Column(name = "order_number")
    long number;

    UUID quote;
    String requester;
    String design;
    int quantity;

    @Column(name = "used_for")
    String use;

    @Column(name = "promised_at")
    Instant promisedAt;

    @Nullable
    @Column(name = "tariff_version")
    String tariff;

    @Nullable
    @Column(name = "policy_version")
    String policy;

    String stage;
    String note;

    @Column(name = "placed_at")
    Instant placedAt;

    @Nullable
    @Column(name = "making_at")
    Instant makingAt;

    @Nullable
    @Column(name = "made_at")
    Instant madeAt;

    @Nullable
    @Column(name = "settled_at")
    Instant settledAt;

    @Nullable
    @Column(name = "paid_at")
    Instant paidAt;

    @Nullable
    @Column(name = "distributed_at")
    Instant distributedAt;

    @Nullable
    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Version
    @Column(name = "row_version")
    long version;

    static OrderRow of(Order order, String issuer) {
        OrderRow row = new OrderRow();
        row.id = order.id().value();
        row.issuer = issuer;
        row.number = order.number();
        row.quote = order.quote().value();
        row.requester = order.requester().value();
        row.design = order.design().value();
        row.quantity = order.quantity();
        row.use = order.use().name();
        row.promisedAt = order.promisedAt();
        row.tariff = order.pricedBy().map(Order.PricedBy::tariff).orElse(null);
        row.policy = order.pricedBy().map(Order.PricedBy::policy).orElse(null);
        row.take(order);
        return row;
    }

    /** Takes over what can change. */
    void take(Order order) {
        stage = order.stage().name();
        note = order.note();
        Map<Order.Stage, Instant> reached = order.milestones();
        placedAt = reached.get(Order.Stage.PLACED);
        makingAt = reached.get(Order.Stage.MAKING);
        madeAt = reached.get(Order.Stage.MADE);
        settledAt = reached.get(Order.Stage.SETTLED);
        paidAt = reached.get(Order.Stage.PAID);
        distributedAt = reached.get(Order.Stage.DISTRIBUTED);
        cancelledAt = reached.get(Order.Stage.CANCELLED);
    }

    Order toOrder(List<Operation> operations) {
        return new Order(
                new OrderId(id),
                number,
                new QuoteId(quote),
                new PartyId(requester),
                new DesignVersionId(design),
                quantity,
                Use.valueOf(use),
                promisedAt,
                pricedBy(),
                Order.Stage.valueOf(stage),
                milestones(),
                note,
                operations);
    }

    private Optional<Order.PricedBy> pricedBy() {
        return tariff == null || policy == null ? Optional.empty() : Optional.of(new Order.PricedBy(tariff, policy));
    }

    private Map<Order.Stage, Instant> milestones() {
        Map<Order.Stage, Instant> reached = new EnumMap<>(Order.Stage.class);
        reach(reached, Order.Stage.PLACED, placedAt);
        reach(reached, Order.Stage.MAKING, makingAt);
        reach(reached, Order.Stage.MADE, madeAt);
        reach(reached, Order.Stage.SETTLED, settledAt);
        reach(reached, Order.Stage.PAID, paidAt);
        reach(reached, Order.Stage.DISTRIBUTED, distributedAt);
        reach(reached, Order.Stage.CANCELLED, cancelledAt);
        return reached;
    }

    private static void reach(Map<Order.Stage, Instant> reached, Order.Stage stage, @Nullable Instant at) {
        if (at != null) {
            reached.put(stage, at);
        }
    }
}
