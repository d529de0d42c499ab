package org.cosmofab.agent.domain;

import java.util.Optional;

/**
 * An attempt that this agent was asked for before.
 *
 * @param answer what was said, or empty while the program is being fetched and checked
 */
public record KnownAttempt(
        AttemptId attempt, MachineId machine, long fence, String programHash, Optional<Answer> answer) {}
