package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.ProgramHash;

/**
 * Something to be told to an agent, kept until it is answered or pointless.
 *
 * @param expiresAt real time from which it is no longer sent
 */
public record Command(UUID id, AgentId agent, Instant expiresAt, What what) {

    /** A cancelled attempt stays cancelled, also if its agent is away for a day. */
    public static final Duration CANCEL_MEANT_FOR = Duration.ofDays(1);

    /** What is asked. */
    public sealed interface What {

        /** Whether hearing it twice, even late, does no harm: then it is sent until it is answered, else once. */
        default boolean mayRepeat() {
            return false;
        }
    }

    /** Start, once. Safe to repeat by the attempt's id and the fence. */
    public record Assign(AttemptId attempt, long fence, MachineId machine, ProgramHash program, long bytes)
            implements What {
        @Override
        public boolean mayRepeat() {
            return true;
        }
    }

    /** End an attempt. Safe to repeat: it names one attempt. */
    public record Cancel(AttemptId attempt, String by) implements What {
        @Override
        public boolean mayRepeat() {
            return true;
        }
    }

    /** Hold. A late one would hold what was resumed. */
    public record Pause(AttemptId attempt) implements What {}

    /** Go on. A late one would set going what was held again. */
    public record Resume(AttemptId attempt) implements What {}

    /** The machine is empty. A late one would clear a machine with a new piece on it. */
    public record Clear(MachineId machine, String by) implements What {}

    /** Stop at once. A late one would stop what was started since. */
    public record Stop(MachineId machine, String by) implements What {}
}
