package org.cosmofab.orchestrator.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.domain.Content;
import org.cosmofab.orchestrator.accounting.domain.Floors;
import org.cosmofab.orchestrator.accounting.domain.Journal;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;

/** The books: entries are booked, never changed, and sealed into the chain moments later. */
@ApplicationScoped
public class Books {
    private final Journal journal;
    private final Sequencer sequencer;
    private final Verification verification;
    private final Verified verified;
    private final IdSource ids;

    public Books(Journal journal, Sequencer sequencer, Verification verification, Verified verified, IdSource ids) {
        this.journal = journal;
        this.sequencer = sequencer;
        this.verification = verification;
        this.verified = verified;
        this.ids = ids;
    }

    /**
     * Books in the caller's transaction. The same entry again is answered as replayed and changes nothing. Two transactions that book
     * the same new id at once: the second fails at the database, and finds it booked when it tries again.
     */
    @Transactional
    public BookingResult book(JournalEntry entry) {
        lock(List.of(entry));
        return booked(entry);
    }

    /**
     * Books the entries of one step in the caller's transaction. Whoever books several entries in a transaction does it here: the
     * accounts of all of them are locked before the first is written, so that two steps never wait for each other.
     *
     * @throws RefusedException if one of them is refused; then the caller's transaction is rolled back, and none is booked
     */
    @Transactional
    public void bookAll(List<JournalEntry> entries) {
        lock(entries);
        for (JournalEntry entry : entries) {
            booked(entry).fold(booked -> booked, refused -> {
                throw new RefusedException(refused.refusal());
            });
        }
    }

    private void lock(List<JournalEntry> entries) {
        journal.lock(entries.stream()
                .flatMap(entry -> Floors.draws(entry).stream())
                .map(Floors.Draw::account)
                .toList());
    }

    private BookingResult booked(JournalEntry entry) {
        Optional<BookedEntry> known = journal.byId(ids.issuer(), entry.id());
        if (known.isPresent()) {
            return replay(known.get().entry(), entry);
        }
        for (Floors.Draw draw : Floors.draws(entry)) {
            Amount held = journal.balance(draw.account(), draw.amount().commodity());
            if (held.compareTo(draw.amount()) < 0) {
                return insufficient(draw, held);
            }
        }
        journal.append(ids.issuer(), entry, Content.hash(ids.issuer(), entry));
        return new BookingResult.Booked(entry.id(), false);
    }

    /** This node's entry with this id, if it is booked. */
    @Transactional
    public Optional<BookedEntry> entry(UUID id) {
        return journal.byId(ids.issuer(), id);
    }

    /** The node that writes here; ids of entries are its own. */
    public String issuer() {
        return ids.issuer();
    }

    /** Debits less credits. */
    @Transactional
    public Amount balance(AccountId account, Commodity commodity) {
        return journal.balance(account, commodity);
    }

    /** Balances other than zero, of accounts whose name begins so, in the order of their names. */
    @Transactional
    public Map<AccountId, Map<Commodity, Amount>> balances(String prefix) {
        return journal.balances(prefix);
    }

    /** Entries with a reference, in the order of booking. */
    @Transactional
    public List<BookedEntry> entries(String referenceKey, String referenceValue) {
        return journal.referencing(referenceKey, referenceValue);
    }

    /**
     * A page of the journal, newest first.
     *
     * @param before entries with a smaller number; {@code Long.MAX_VALUE} for the newest
     * @param limit 1 to 500
     */
    @Transactional
    public List<BookedEntry> journal(long before, int limit) {
        return journal.before(before, checkedLimit(limit));
    }

    /**
     * A page of the journal, oldest first, for those who read all of it.
     *
     * @param after entries with a larger number; 0 for the first
     * @param limit 1 to 500
     */
    @Transactional
    public List<BookedEntry> journalAfter(long after, int limit) {
        return journal.after(after, checkedLimit(limit));
    }

    /**
     * Seals what is not yet sealed; one sequencer at a time.
     *
     * @return what stops it, such as an entry that was tampered with, which is not sealed; empty text if nothing does
     */
    public String seal() {
        return sequencer.seal();
    }

    /** Recomputes the whole chain, and the content of the entries that wait to be sealed; it takes as long as the chain is. */
    public ChainStatus verify() {
        return verification.verify();
    }

    /**
     * As {@link #verify}, for those who ask often: as it was found when the chain had its present head, a few minutes ago at most.
     * Those who ask at once are answered by one computation.
     */
    public ChainStatus verified() {
        return verified.status();
    }

    private static BookingResult replay(JournalEntry known, JournalEntry entry) {
        if (known.equals(entry)) {
            return new BookingResult.Booked(entry.id(), true);
        }
        String detail =
                "entry " + entry.id() + " is booked with other content; a correction is a new entry with its own id";
        return new BookingResult.Refused(Refusal.of(BookingRefusal.KEY_REUSED_WITH_OTHER_CONTENT, detail));
    }

    private static BookingResult insufficient(Floors.Draw draw, Amount held) {
        String detail = draw.account() + " holds " + held + ", the entry needs " + draw.amount();
        return new BookingResult.Refused(Refusal.of(BookingRefusal.FUNDS_INSUFFICIENT, detail)
                .with("account", draw.account().value())
                .with("commodity", draw.amount().commodity().name())
                .with("missingMinorUnits", draw.amount().minus(held).minorUnits()));
    }

    private static int checkedLimit(int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 entries, not " + limit);
        }
        return limit;
    }
}
