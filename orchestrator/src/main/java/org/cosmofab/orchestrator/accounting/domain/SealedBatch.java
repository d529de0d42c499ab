package org.cosmofab.orchestrator.accounting.domain;

import java.time.Instant;
import java.util.List;
import org.cosmofab.orchestrator.accounting.BookedEntry;

/**
 * A seal as it is stored: its own columns and the entries that claim to be in it.
 *
 * @param members numbers of the entries it holds, in the order of sealing
 * @param entries those of them that are there
 */
public record SealedBatch(
        long number, String previous, Instant sealedAt, String hash, List<Long> members, List<BookedEntry> entries) {

    public SealedBatch {
        members = List.copyOf(members);
        entries = List.copyOf(entries);
    }
}
