package org.cosmofab.orchestrator.orders.domain;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.orders.Order;

/** Where an order stands; its methods are the only ways on. */
public sealed interface OrderState {

    Order.Stage stage();

    /** Every state that may follow. */
    List<OrderState> next();

    /** Accepted, nothing made yet. */
    record Placed() implements OrderState {
        public Making make() {
            return new Making();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public Order.Stage stage() {
            return Order.Stage.PLACED;
        }

        @Override
        public List<OrderState> next() {
            return List.of(make(), cancel());
        }
    }

    /** A first operation runs or ran. */
    record Making() implements OrderState {
        public Made finish() {
            return new Made();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public Order.Stage stage() {
            return Order.Stage.MAKING;
        }

        @Override
        public List<OrderState> next() {
            return List.of(finish(), cancel());
        }
    }

    /** All operations are done. */
    record Made() implements OrderState {
        public Settled settle() {
            return new Settled();
        }

        @Override
        public Order.Stage stage() {
            return Order.Stage.MADE;
        }

        @Override
        public List<OrderState> next() {
            return List.of(settle());
        }
    }

    /** In the books. */
    record Settled() implements OrderState {
        public Paid pay() {
            return new Paid();
        }

        @Override
        public Order.Stage stage() {
            return Order.Stage.SETTLED;
        }

        @Override
        public List<OrderState> next() {
            return List.of(pay());
        }
    }

    /** The requester paid. */
    record Paid() implements OrderState {
        public Distributed distribute() {
            return new Distributed();
        }

        @Override
        public Order.Stage stage() {
            return Order.Stage.PAID;
        }

        @Override
        public List<OrderState> next() {
            return List.of(distribute());
        }
    }

    /** Everybody has their share. */
    record Distributed() implements OrderState {
        @Override
        public Order.Stage stage() {
            return Order.Stage.DISTRIBUTED;
        }

        @Override
        public List<OrderState> next() {
            return List.of();
        }
    }

    /** Given up before it was made. */
    record Cancelled() implements OrderState {
        @Override
        public Order.Stage stage() {
            return Order.Stage.CANCELLED;
        }

        @Override
        public List<OrderState> next() {
            return List.of();
        }
    }

    static OrderState of(Order.Stage stage) {
        return List.of(
                        new Placed(),
                        new Making(),
                        new Made(),
                        new Settled(),
                        new Paid(),
                        new Distributed(),
                        new Cancelled())
                .stream()
                .filter(state -> state.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    /** The state at that stage, if it may follow this one. */
    default Optional<OrderState> to(Order.Stage stage) {
        return next().stream().filter(state -> state.stage() == stage).findFirst();
    }
}
