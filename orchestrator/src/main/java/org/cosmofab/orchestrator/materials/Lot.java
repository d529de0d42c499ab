package org.cosmofab.orchestrator.materials;

import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;

/**
 * One spool or stack of sheets.
 *
 * @param milligrams left, by the books of use; negative when more was used than was known
 * @param pricePerKg euro
 */
public record Lot(LotId id, MaterialId material, String label, long milligrams, Amount pricePerKg) {}
