package org.cosmofab.orchestrator.preparation;

import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.materials.Material;

/**
 * A part that is to become a program.
 *
 * @param file the part's bytes, as published
 */
record Work(DesignVersion design, DesignVersion.Part part, byte[] file, Machine machine, Material material) {}
