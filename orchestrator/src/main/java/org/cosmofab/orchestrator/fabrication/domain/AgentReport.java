package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;

/**
 * One event of an agent.
 *
 * @param sequence grows with each of that agent's events
 * @param occurredAt workshop time by the agent's clock
 */
public record AgentReport(AgentId agent, long sequence, Instant occurredAt, What what) {

    /** What it tells. */
    public sealed interface What {}

    /** It tells of one attempt. */
    public sealed interface OfAttempt extends What {
        AttemptId attempt();
    }

    /** On the agent's disk; the machine may move from now on. */
    public record Accepted(AttemptId attempt) implements OfAttempt {}

    /** Not taken; nothing moved. */
    public record Refused(AttemptId attempt, RefusalCode code, String detail) implements OfAttempt {}

    /** The machine moves. */
    public record Started(AttemptId attempt, String firmware) implements OfAttempt {}

    /** Over. */
    public record Ended(AttemptId attempt, Outcome outcome, int line, int lines, String reason, Facts facts)
            implements OfAttempt {}

    /** A machine is in another state. */
    public record MachineState(MachineId machine, LiveState.State state, String detail, boolean cleared)
            implements What {}

    /** All the agent knows: what is open, and the most recent that ended. What is in neither was never accepted. */
    public record Known(List<OpenAttempt> open, Set<AttemptId> ended) implements What {
        public Known {
            open = List.copyOf(open);
            ended = Set.copyOf(ended);
        }
    }

    /** An attempt that the agent has open. */
    public record OpenAttempt(AttemptId attempt, int line) {}

    /** It cannot be read, and is kept as it came. */
    public record Unreadable(String text, String why) implements What {}

    /**
     * What an attempt used, as its agent measured it.
     *
     * @param startedAt workshop time
     * @param endedAt workshop time
     */
    public record Facts(
            Instant startedAt,
            Instant endedAt,
            double machineSeconds,
            long linesAcknowledged,
            double extrudedMm,
            double beamOnMm,
            double wattHours,
            boolean metered) {}
}
