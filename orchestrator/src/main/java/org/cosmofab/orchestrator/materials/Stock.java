package org.cosmofab.orchestrator.materials;

import org.cosmofab.orchestrator.kernel.MaterialId;

/**
 * What there is of a material, over all its lots.
 *
 * @param milligrams left; a lot that is below nothing takes nothing from the others
 * @param reservedMilligrams promised to orders, from whichever lot they will be made
 */
public record Stock(MaterialId material, long milligrams, long reservedMilligrams) {

    /** Less than nothing when more was used than was promised. */
    public long freeMilligrams() {
        return milligrams - reservedMilligrams;
    }
}
