package org.cosmofab.orchestrator.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.NOON;

import java.util.UUID;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.making.CountedIds;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderRefusal;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Order placed =
            Placing.order(Samples.order(new QuoteId(new UUID(1, 1)), 2), Samples.lamp(), 1001, new CountedIds(), NOON);

    @Test
    void anOrderHasOneOperationForEachCopyOfEachPart() {
        assertThat(placed.operations())
                .extracting(each -> each.part() + " " + each.copy())
                .containsExactly("shade 1", "shade 2", "foot 1", "foot 2", "foot 3", "foot 4");
        assertThat(placed.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void theFirstRunningOperationBeginsTheMaking() {
        Order assigned = go(placed, 0, Operation.Stage.ASSIGNED);
        Order running = go(assigned, 0, Operation.Stage.RUNNING);

        assertThat(assigned.stage()).isEqualTo(Order.Stage.PLACED);
        assertThat(running.stage()).isEqualTo(Order.Stage.MAKING);
        assertThat(running.milestones()).containsEntry(Order.Stage.MAKING, NOON);
    }

    @Test
    void theLastOperationDoneMakesTheOrder() {
        Order order = placed;
        for (int i = 0; i < placed.operations().size(); i++) {
            assertThat(order.stage()).isNotEqualTo(Order.Stage.MADE);
            order = go(go(order, i, Operation.Stage.ASSIGNED), i, Operation.Stage.DONE);
        }
        assertThat(order.stage()).isEqualTo(Order.Stage.MADE);
        assertThat(order.milestones()).containsKeys(Order.Stage.MAKING, Order.Stage.MADE);
    }

    @Test
    void theSameStageAgainChangesNothing() {
        assertThat(go(placed, 0, Operation.Stage.WAITING)).isEqualTo(placed);
    }

    @Test
    void aWaitingOperationIsNotDone() {
        assertThat(refusal(Progress.operation(placed, id(0), Operation.Stage.DONE, NOON)))
                .isEqualTo(OrderRefusal.OPERATION_STAGE_FORBIDS);
    }

    @Test
    void anOrderIsNotCancelledWhileAMachineHasAPartOfIt() {
        Order assigned = go(placed, 3, Operation.Stage.ASSIGNED);

        assertThat(refusal(Progress.cancel(assigned, NOON))).isEqualTo(OrderRefusal.ORDER_IN_WORK);
    }

    @Test
    void cancellingLeavesWhatIsDone() {
        Order half = go(go(placed, 0, Operation.Stage.ASSIGNED), 0, Operation.Stage.DONE);

        Order cancelled = Progress.cancel(half, NOON).orThrow();

        assertThat(cancelled.stage()).isEqualTo(Order.Stage.CANCELLED);
        assertThat(cancelled.operations()).extracting(Operation::stage).startsWith(Operation.Stage.DONE);
        assertThat(cancelled.operations().subList(1, 6))
                .extracting(Operation::stage)
                .containsOnly(Operation.Stage.CANCELLED);
    }

    @Test
    void anOrderIsNotPaidBeforeItIsSettled() {
        assertThat(refusal(Progress.to(placed, Order.Stage.PAID, NOON))).isEqualTo(OrderRefusal.ORDER_STAGE_FORBIDS);
    }

    private Order go(Order order, int index, Operation.Stage stage) {
        return Progress.operation(order, id(index), stage, NOON).orThrow();
    }

    private org.cosmofab.orchestrator.kernel.OperationId id(int index) {
        return placed.operations().get(index).id();
    }

    private static Refusal.Kind refusal(Result<Order> result) {
        return result.fold(
                order -> {
                    throw new AssertionError("not refused: " + order);
                },
                Refusal::kind);
    }
}
