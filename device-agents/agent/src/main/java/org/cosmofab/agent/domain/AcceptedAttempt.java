package org.cosmofab.agent.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt that was accepted and has not ended.
 *
 * @param lines the last line of its program
 * @param acceptedAt workshop time
 * @param startedAt workshop time just before the first byte; empty if it has not begun
 */
public record AcceptedAttempt(
        AttemptId attempt, MachineId machine, int lines, Instant acceptedAt, Optional<Instant> startedAt) {}
