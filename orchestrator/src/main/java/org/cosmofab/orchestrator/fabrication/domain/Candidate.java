package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;

/** An operation whose turn it is, on a machine that seems ready, with the program for it. */
public record Candidate(
        OperationId operation,
        OrderId order,
        MachineId machine,
        AgentId agent,
        Machine.Loaded loaded,
        ProgramHash program,
        long bytes,
        Duration estimate) {}
