package org.cosmofab.orchestrator.quoting.domain;

import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.preparation.PreparedProgram;

/** A part with the machine that would make it, its program there, and the lot it would be made of. */
public record PreparedPart(DesignVersion.Part part, Machine machine, PreparedProgram program, LotId lot) {}
