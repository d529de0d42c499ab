package org.cosmofab.orchestrator.fabrication.domain;

import java.util.Optional;
import java.util.function.Function;
import org.cosmofab.orchestrator.fabrication.Attempt.Stage;

/** Where an attempt stands; its methods are the only ways on. */
public sealed interface AttemptState {

    Stage stage();

    /** Why it is not running or did not end well; may be empty. */
    String reason();

    /** It may run, or may be about to: as long as one is open its operation and its machine get no other. */
    sealed interface Open extends AttemptState {

        /** As its agent says that it ended. */
        default AttemptState end(Outcome outcome, int line, String reason) {
            return outcome.state(line, reason);
        }

        /** Nobody knows how it goes. */
        default Uncertain lose(String reason) {
            return new Uncertain(reason);
        }
    }

    /** It does not run and never will. */
    sealed interface Ended extends AttemptState {}

    /** Its agent was asked and has not answered. */
    record Assigned() implements Open {
        public Accepted accept() {
            return new Accepted();
        }

        public Running start() {
            return new Running();
        }

        public Refused refuse(RefusalCode code, String detail) {
            return new Refused(code, detail);
        }

        /** Only when its agent said, after the expiry, that it does not know it. */
        public Expired expire(String reason) {
            return new Expired(reason);
        }

        @Override
        public Stage stage() {
            return Stage.ASSIGNED;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** On its agent's disk. */
    record Accepted() implements Open {
        public Running start() {
            return new Running();
        }

        @Override
        public Stage stage() {
            return Stage.ACCEPTED;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** The machine moves. */
    record Running() implements Open {
        @Override
        public Stage stage() {
            return Stage.RUNNING;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** Contact is lost: its agent may still tell, else a person decides. */
    record Uncertain(String reason) implements Open {
        /** Its agent is back, and at work on it. */
        public Running find() {
            return new Running();
        }

        /** Its agent is back, and had refused it. */
        public Refused refuse(RefusalCode code, String detail) {
            return new Refused(code, detail);
        }

        /** Its agent is back, and never accepted it. */
        public Expired expire(String expiry) {
            return new Expired(expiry);
        }

        public Ended decide(boolean done, String by) {
            return done ? new Done("done, says " + by) : new Failed(reason + "; not done, says " + by);
        }

        @Override
        public Stage stage() {
            return Stage.UNCERTAIN;
        }
    }

    /** Made, or so a person says. */
    record Done(String reason) implements Ended {
        @Override
        public Stage stage() {
            return Stage.DONE;
        }
    }

    /** It did not end well. */
    record Failed(String reason) implements Ended {
        @Override
        public Stage stage() {
            return Stage.FAILED;
        }
    }

    /** A person ended it. */
    record Cancelled(String reason) implements Ended {
        @Override
        public Stage stage() {
            return Stage.CANCELLED;
        }
    }

    /** Its agent did not take it; nothing moved. */
    record Refused(RefusalCode code, String detail) implements Ended {
        @Override
        public Stage stage() {
            return Stage.REFUSED;
        }

        @Override
        public String reason() {
            return code.word() + (detail.isEmpty() ? "" : ": " + detail);
        }
    }

    /** Its agent never took it, and by now never will; nothing moved. */
    record Expired(String reason) implements Ended {
        @Override
        public Stage stage() {
            return Stage.EXPIRED;
        }
    }

    default boolean isOpen() {
        return this instanceof Open;
    }

    /** The state after a start, if it can start. */
    default Optional<AttemptState> started() {
        return from(Assigned.class, Assigned::start)
                .or(() -> from(Accepted.class, Accepted::start))
                .or(() -> from(Uncertain.class, Uncertain::find));
    }

    default Optional<AttemptState> accepted() {
        return from(Assigned.class, Assigned::accept);
    }

    default Optional<AttemptState> refused(RefusalCode code, String detail) {
        return from(Assigned.class, state -> (AttemptState) state.refuse(code, detail))
                .or(() -> from(Uncertain.class, state -> state.refuse(code, detail)));
    }

    default Optional<AttemptState> expired(String reason) {
        return from(Assigned.class, state -> (AttemptState) state.expire(reason))
                .or(() -> from(Uncertain.class, state -> state.expire(reason)));
    }

    default Optional<AttemptState> ended(Outcome outcome, int line, String reason) {
        return from(Open.class, state -> state.end(outcome, line, reason));
    }

    default Optional<AttemptState> lost(String reason) {
        return this instanceof Uncertain ? Optional.empty() : from(Open.class, state -> state.lose(reason));
    }

    default Optional<AttemptState> decided(boolean done, String by) {
        return from(Uncertain.class, state -> state.decide(done, by));
    }

    private <T extends AttemptState> Optional<AttemptState> from(Class<T> type, Function<T, AttemptState> transition) {
        return type.isInstance(this) ? Optional.of(transition.apply(type.cast(this))) : Optional.empty();
    }
}
