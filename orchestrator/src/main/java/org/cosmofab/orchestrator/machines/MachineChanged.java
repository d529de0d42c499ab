package org.cosmofab.orchestrator.machines;

import org.cosmofab.orchestrator.kernel.MachineId;

/** Something about a machine is other than before; a hint to look, not a record. */
public record MachineChanged(MachineId machine) {}
