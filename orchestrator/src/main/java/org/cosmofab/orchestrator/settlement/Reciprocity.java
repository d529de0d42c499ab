package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.BookingResult;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.domain.Chart;
import org.cosmofab.orchestrator.settlement.domain.Payouts;
import org.cosmofab.orchestrator.settlement.domain.Statements;
import org.cosmofab.orchestrator.settlement.domain.WorkshopEntries;

/** What goes back to contributors: credits for accepted work, and the money they are owed. */
@ApplicationScoped
public class Reciprocity {
    private final Books books;
    private final Statements statements;
    private final IdSource ids;
    private final Clock clock;

    public Reciprocity(Books books, Statements statements, IdSource ids, Clock clock) {
        this.books = books;
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Issues credits for an accepted contribution.
     *
     * @param contribution the same again issues nothing; with other content it is refused
     * @param credits more than zero, in {@link Commodity#RC}
     * @param why for people, without names: the books are public
     * @param acceptedAt workshop time when the contribution was accepted
     */
    public BookingResult issue(UUID contribution, PartyId party, Amount credits, String why, Instant acceptedAt) {
        return books.book(WorkshopEntries.credits(contribution, party, credits, why, acceptedAt));
    }

    /**
     * Pays what is owed to association and contributors, in whole cents; what is less than a cent stays owed. One run at a time.
     *
     * @return what was paid, by account; empty if nobody is owed a cent
     */
    @Transactional
    public Map<AccountId, Amount> payOut() {
        statements.lockPayouts();
        Map<AccountId, Amount> owed = new TreeMap<>();
        collect(owed, Chart.CONTRIBUTORS);
        collect(owed, Chart.ASSOCIATION.value());
        Map<AccountId, Amount> payouts = Payouts.wholeCents(owed);
        WorkshopEntries.payout(ids.next(), payouts, clock.instant()).ifPresent(books::book);
        return payouts;
    }

    private void collect(Map<AccountId, Amount> owed, String prefix) {
        books.balances(prefix)
                .forEach((account, held) -> owed.put(
                        account,
                        held.getOrDefault(Commodity.EUR, Amount.microEuro(0)).negated()));
    }
}
