package org.cosmofab.agent.domain;

import java.time.Instant;

/** What an orchestrator asks of an agent. */
public sealed interface Command {

    /** Gives the command to whoever carries it out. */
    void giveTo(Receiver receiver);

    /** Carries out commands; called from one thread but for {@link #stop}, must return quickly. */
    interface Receiver {
        void assign(Assignment assignment);

        /** Ends an attempt; of one that is not known yet, remembers that it must not run. */
        void cancel(AttemptId attempt, String by);

        void pause(AttemptId attempt);

        void resume(AttemptId attempt);

        /** Without effect if the machine was used after the word was given. */
        void clear(MachineId machine, String by, Instant sentAt);

        /** Called from any thread, past all other commands. */
        void stop(MachineId machine, String by);

        void acknowledge(long upTo);

        void report();
    }

    /** Asks for an attempt. */
    record Assign(Assignment assignment) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.assign(assignment);
        }
    }

    /** Ends an attempt cleanly. */
    record Cancel(AttemptId attempt, String by) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.cancel(attempt, by);
        }
    }

    /** Holds an attempt. */
    record Pause(AttemptId attempt) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.pause(attempt);
        }
    }

    /** Continues an attempt. */
    record Resume(AttemptId attempt) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.resume(attempt);
        }
    }

    /** A person has seen that the machine is ready for the next attempt. */
    record Clear(MachineId machine, String by, Instant sentAt) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.clear(machine, by, sentAt);
        }
    }

    /** Stops a machine at once. */
    record Stop(MachineId machine, String by) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.stop(machine, by);
        }
    }

    /** Every event up to this sequence is safe with the orchestrator. */
    record Acknowledge(long upTo) implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.acknowledge(upTo);
        }
    }

    /** Asks what is open and what has ended. */
    record Report() implements Command {
        @Override
        public void giveTo(Receiver receiver) {
            receiver.report();
        }
    }
}
