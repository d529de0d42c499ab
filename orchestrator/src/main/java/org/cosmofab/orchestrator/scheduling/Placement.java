package org.cosmofab.orchestrator.scheduling;

import java.time.Instant;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;

/** An operation's place in the schedule, in workshop time. */
public record Placement(OperationId operation, MachineId machine, Instant start, Instant end, boolean pinned) {}
