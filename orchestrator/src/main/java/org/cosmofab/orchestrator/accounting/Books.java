package org.cosmofab.orchestrator.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/** The books: entries are booked, never changed, and sealed into the chain moments later. */
@ApplicationScoped
public class Books {

    /** Books in the caller's transaction. */
    public BookingResult book(JournalEntry entry) {
        throw new IllegalStateException("not built yet");
    }

    /** Debits less credits. */
    public Amount balance(AccountId account, Commodity commodity) {
        throw new IllegalStateException("not built yet");
    }

    /** Balances other than zero, of accounts whose name begins so. */
    public Map<AccountId, Map<Commodity, Amount>> balances(String prefix) {
        throw new IllegalStateException("not built yet");
    }

    /** Entries with a reference, in the order of booking. */
    public List<BookedEntry> entries(String referenceKey, String referenceValue) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * A page of the journal, newest first.
     *
     * @param before entries with a smaller number; {@code Long.MAX_VALUE} for the newest
     * @param limit 1 to 500
     */
    public List<BookedEntry> journal(long before, int limit) {
        throw new IllegalStateException("not built yet");
    }

    /** Seals what is not yet sealed; one sequencer at a time. */
    public ChainStatus seal() {
        throw new IllegalStateException("not built yet");
    }

    /** Recomputes the whole chain. */
    public ChainStatus verify() {
        throw new IllegalStateException("not built yet");
    }
}
