package org.cosmofab.orchestrator.accounting;

import java.time.Instant;

/**
 * How far the books are sealed, and whether the seal holds.
 *
 * @param sealed entries in the chain
 * @param unsealed entries written and not yet sealed
 * @param seals links of the chain
 * @param head hash of the last seal, lower-case hex, or empty text
 * @param intact whether recomputing gives the same
 * @param fault what does not agree and where; empty if intact
 * @param asOf workshop time when it was recomputed
 */
public record ChainStatus(
        long sealed, long unsealed, long seals, String head, boolean intact, String fault, Instant asOf) {}
