package org.cosmofab.agent.domain;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.bridge.machine.MachineStatus;

/**
 * How a machine is at this moment.
 *
 * @param at workshop time
 * @param attempt what runs on it
 */
public record Telemetry(MachineId machine, Instant at, MachineStatus status, Optional<RunningAttempt> attempt) {

    /**
     * What is shown of a running attempt.
     *
     * @param line the last acknowledged line of the source file, 0 if none
     * @param lines the last line of the program
     * @param estimatedEnd workshop time
     */
    public record RunningAttempt(AttemptId attempt, int line, int lines, Optional<Instant> estimatedEnd) {}
}
