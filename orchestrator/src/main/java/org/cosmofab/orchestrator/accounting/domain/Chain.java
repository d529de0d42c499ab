package org.cosmofab.orchestrator.accounting.domain;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.BookedEntry;

/** Where seals are kept. */
public interface Chain {

    /** Until the transaction ends nobody else seals. */
    void lock();

    /** The last seal as stored, if there is one. */
    Optional<SealedBatch> head();

    /** Hash of the last seal, or empty text. */
    String headHash();

    /** Entries that wait to be sealed, with a larger number, oldest first. */
    List<BookedEntry> unsealed(long after, int limit);

    /** Writes a seal; its entries no longer wait. */
    void append(Seal seal);

    /** Seals with a larger number, in their order. */
    List<SealedBatch> after(long number, int limit);

    /** The first entry that is in no seal and does not wait for one: somebody tampered. */
    Optional<Long> stray();
}
