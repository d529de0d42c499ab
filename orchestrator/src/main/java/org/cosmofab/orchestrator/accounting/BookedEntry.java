package org.cosmofab.orchestrator.accounting;

import java.util.Optional;

/**
 * An entry as it stands in the books.
 *
 * @param number in the order of booking, growing; a booking that was rolled back leaves a gap
 * @param issuer the node that wrote it; the entry's id is its own within one issuer
 * @param contentHash SHA-256 over its canonical JSON, lower-case hex
 * @param seal number of the seal that holds it, once sealed
 */
public record BookedEntry(long number, String issuer, JournalEntry entry, String contentHash, Optional<Long> seal) {}
