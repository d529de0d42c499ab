package org.cosmofab.agent.domain;

import java.time.Instant;

/**
 * Asks a machine of this agent for one physical try of a program.
 *
 * @param fence grows with every assignment for the machine, at least 1
 * @param expiresAt real time from which on it must not be accepted
 */
public record Assignment(
        AttemptId attempt, long fence, MachineId machine, ProgramReference program, Instant expiresAt) {

    public Assignment {
        if (fence < 1) {
            throw new IllegalArgumentException("fence " + fence + " is less than 1");
        }
    }

    boolean asksTheSameAs(KnownAttempt known) {
        return machine.equals(known.machine())
                && fence == known.fence()
                && program.hash().equals(known.programHash());
    }
}
