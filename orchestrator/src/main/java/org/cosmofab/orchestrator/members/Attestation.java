package org.cosmofab.orchestrator.members;

import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.PartyId;

/**
 * Somebody vouched for a party's standing.
 *
 * @param by login of who did
 * @param at workshop time
 */
public record Attestation(UUID id, PartyId party, Standing standing, String by, Instant at) {}
