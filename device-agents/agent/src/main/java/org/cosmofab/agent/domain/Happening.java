package org.cosmofab.agent.domain;

import java.util.List;

/** What an agent has to tell, without its envelope. */
public sealed interface Happening {

    /** The attempt is on the disk; nothing has moved. */
    record AttemptAccepted(AttemptId attempt, long fence, MachineId machine, String programHash) implements Happening {}

    /** The attempt never runs. */
    record AttemptRefused(AttemptId attempt, long fence, MachineId machine, Answer.Refused refused)
            implements Happening {}

    /** The next thing is the first byte to the machine. */
    record AttemptStarted(AttemptId attempt, MachineId machine, String firmware) implements Happening {}

    /** The attempt is over. */
    record AttemptEnded(AttemptEnd end) implements Happening {}

    /** A machine went into another state, or was cleared, or is no longer. */
    record MachineChanged(MachineView view) implements Happening {}

    /** What is open and what has ended, most recent last. */
    record AttemptsReported(List<OpenAttempt> open, List<AttemptId> ended) implements Happening {
        public AttemptsReported {
            open = List.copyOf(open);
            ended = List.copyOf(ended);
        }
    }

    /** An attempt that has not ended, and the last line known to be acknowledged. */
    record OpenAttempt(AttemptId attempt, MachineId machine, int line) {}
}
