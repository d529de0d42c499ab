package org.cosmofab.orchestrator.accounting.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/** Where entries are kept, in the order of booking. */
public interface Journal {

    /** The issuer's entry with this id: ids are unique within one issuer only. */
    Optional<BookedEntry> byId(String issuer, UUID id);

    /** Writes an entry under the next number, and queues it to be sealed. */
    BookedEntry append(String issuer, JournalEntry entry, String contentHash);

    /** Until the transaction ends nobody else who locks these accounts goes on. */
    void lock(Collection<AccountId> accounts);

    /** Debits less credits. */
    Amount balance(AccountId account, Commodity commodity);

    /** Balances other than zero, of accounts whose name begins so, in the order of their names. */
    Map<AccountId, Map<Commodity, Amount>> balances(String prefix);

    /** Entries with a reference, oldest first. */
    List<BookedEntry> referencing(String key, String value);

    /** Entries with a smaller number, newest first. */
    List<BookedEntry> before(long number, int limit);

    /** Entries with a larger number, oldest first. */
    List<BookedEntry> after(long number, int limit);
}
