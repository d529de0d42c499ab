package org.cosmofab.orchestrator.accounting;

import java.util.Optional;

/**
 * An entry as it stands in the books.
 *
 * @param number in the order of booking, from 1
 * @param contentHash SHA-256 over its canonical JSON, lower-case hex
 * @param seal its place in the chain, once sealed
 */
public record BookedEntry(long number, JournalEntry entry, String contentHash, Optional<Long> seal) {}
