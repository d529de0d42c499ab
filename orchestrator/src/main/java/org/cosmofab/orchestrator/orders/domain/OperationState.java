package org.cosmofab.orchestrator.orders.domain;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.orders.Operation;

/** Where an operation stands; its methods are the only ways on. */
public sealed interface OperationState {

    Operation.Stage stage();

    /** Every state that may follow. */
    List<OperationState> next();

    /** To be made. */
    record Waiting() implements OperationState {
        public Assigned assign() {
            return new Assigned();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public Operation.Stage stage() {
            return Operation.Stage.WAITING;
        }

        @Override
        public List<OperationState> next() {
            return List.of(assign(), cancel());
        }
    }

    /** A machine was asked to make it. */
    record Assigned() implements OperationState {
        public Running start() {
            return new Running();
        }

        /** The machine did not take it. */
        public Waiting giveBack() {
            return new Waiting();
        }

        public Done finish() {
            return new Done();
        }

        public NeedsPerson stop() {
            return new NeedsPerson();
        }

        @Override
        public Operation.Stage stage() {
            return Operation.Stage.ASSIGNED;
        }

        @Override
        public List<OperationState> next() {
            return List.of(start(), giveBack(), finish(), stop());
        }
    }

    /** A machine works on it. */
    record Running() implements OperationState {
        public Done finish() {
            return new Done();
        }

        public NeedsPerson stop() {
            return new NeedsPerson();
        }

        @Override
        public Operation.Stage stage() {
            return Operation.Stage.RUNNING;
        }

        @Override
        public List<OperationState> next() {
            return List.of(finish(), stop());
        }
    }

    /** The last attempt did not end well, or nobody knows how it ended. */
    record NeedsPerson() implements OperationState {
        /** A person lets it be tried again, or its agent says that nothing ever happened. */
        public Waiting retry() {
            return new Waiting();
        }

        /** Its agent was found again, still at work. */
        public Running find() {
            return new Running();
        }

        /** By a person's word, or by its agent's late one. */
        public Done finish() {
            return new Done();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public Operation.Stage stage() {
            return Operation.Stage.NEEDS_PERSON;
        }

        @Override
        public List<OperationState> next() {
            return List.of(retry(), find(), finish(), cancel());
        }
    }

    /** Made. */
    record Done() implements OperationState {
        @Override
        public Operation.Stage stage() {
            return Operation.Stage.DONE;
        }

        @Override
        public List<OperationState> next() {
            return List.of();
        }
    }

    /** Never to be made. */
    record Cancelled() implements OperationState {
        @Override
        public Operation.Stage stage() {
            return Operation.Stage.CANCELLED;
        }

        @Override
        public List<OperationState> next() {
            return List.of();
        }
    }

    static OperationState of(Operation.Stage stage) {
        return List.of(new Waiting(), new Assigned(), new Running(), new NeedsPerson(), new Done(), new Cancelled())
                .stream()
                .filter(state -> state.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    /** The state at that stage, if it may follow this one. */
    default Optional<OperationState> to(Operation.Stage stage) {
        return next().stream().filter(state -> state.stage() == stage).findFirst();
    }
}
