package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Instant;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;

/**
 * What was asked of an agent; never changes.
 *
 * @param number which try of its operation, from 1
 * @param loaded what was on the machine then
 * @param fence grows with every assignment for the machine
 * @param assignedAt workshop time
 * @param expiresAt real time
 */
public record Assignment(
        AttemptId id,
        OperationId operation,
        OrderId order,
        int number,
        MachineId machine,
        AgentId agent,
        ProgramHash program,
        long bytes,
        Machine.Loaded loaded,
        long fence,
        Instant assignedAt,
        Instant expiresAt) {}
