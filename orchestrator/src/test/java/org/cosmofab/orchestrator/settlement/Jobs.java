package org.cosmofab.orchestrator.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;

/** Builds orders of one operation, and attempts of them. */
final class Jobs {
    static final Instant PLACED = Instant.parse("2026-09-01T08:00:00Z");

    private static final AtomicLong NEXT = new AtomicLong(1000);

    private Jobs() {}

    static Order made(PartyId requester, DesignVersionId design) {
        long number = NEXT.incrementAndGet();
        OrderId id = new OrderId(UUID.randomUUID());
        Operation operation = new Operation(
                new OperationId(UUID.randomUUID()),
                id,
                "body",
                1,
                Process.PRINT,
                new MaterialId("pla"),
                Operation.Stage.DONE);
        return new Order(
                id,
                number,
                new QuoteId(UUID.randomUUID()),
                requester,
                design,
                1,
                Use.COMMERCIAL,
                PLACED.plusSeconds(86_400),
                Optional.of(new Order.PricedBy("v1", "v1")),
                Order.Stage.MADE,
                Map.of(Order.Stage.PLACED, PLACED),
                "",
                List.of(operation));
    }

    /** As orders of old, which do not tell by which rules they were quoted. */
    static Order ofOld(Order order) {
        return of(order, order.stage(), order.note(), Optional.empty());
    }

    static Order with(Order order, Order.Stage stage, String note) {
        return of(order, stage, note, order.pricedBy());
    }

    private static Order of(Order order, Order.Stage stage, String note, Optional<Order.PricedBy> pricedBy) {
        return new Order(
                order.id(),
                order.number(),
                order.quote(),
                order.requester(),
                order.design(),
                order.quantity(),
                order.use(),
                order.promisedAt(),
                pricedBy,
                stage,
                order.milestones(),
                note,
                order.operations());
    }

    /** An attempt that used what the acceptance case uses. */
    static Attempt attempt(Order order, Attempt.Stage stage) {
        return attempt(order, stage, Optional.of(used(36_000)));
    }

    static Attempt attempt(Order order, Attempt.Stage stage, Optional<Attempt.Used> used) {
        return new Attempt(
                new AttemptId(UUID.randomUUID()),
                order.operations().get(0).id(),
                order.id(),
                AcceptanceCases.PRINTER,
                new ProgramHash("a".repeat(64)),
                stage,
                PLACED,
                Optional.of(PLACED),
                Optional.of(PLACED.plusSeconds(36_000)),
                10,
                10,
                "",
                used);
    }

    /** The same attempt, in another stage or with other use. */
    static Attempt with(Attempt attempt, Attempt.Stage stage, Optional<Attempt.Used> used) {
        return new Attempt(
                attempt.id(),
                attempt.operation(),
                attempt.order(),
                attempt.machine(),
                attempt.program(),
                stage,
                attempt.assignedAt(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.line(),
                attempt.lines(),
                attempt.reason(),
                used);
    }

    static Attempt.Used used(long seconds) {
        Quantities.Line line = new AcceptanceCases().quantities().lines().get(0);
        return new Attempt.Used(
                seconds, line.material(), line.lot(), line.milligrams(), line.wattHours(), true, line.labourSeconds());
    }
}
