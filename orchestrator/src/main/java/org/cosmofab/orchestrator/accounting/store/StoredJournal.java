package org.cosmofab.orchestrator.accounting.store;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.domain.Journal;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/** The journal in the database. */
@ApplicationScoped
class StoredJournal implements Journal {
    /** As many account locks as the migration made. */
    private static final int LOCKS = 16;

    private static final String BALANCE = """
            select coalesce(sum(case when debit = :account then minor_units else -minor_units end), 0)
            from transfer where (debit = :account or credit = :account) and commodity = :commodity""";

    private static final String BALANCES = """
            select account, commodity, sum(units) from (
              select debit as account, commodity, minor_units as units from transfer where debit like :begin escape '!'
              union all
              select credit as account, commodity, -minor_units as units from transfer where credit like :begin escape '!'
            ) as changes
            group by account, commodity having sum(units) <> 0""";

    private final EntryRows rows;
    private final EntityManager database;

    StoredJournal(EntryRows rows, EntityManager database) {
        this.rows = rows;
        this.database = database;
    }

    @Override
    public Optional<BookedEntry> byId(String issuer, UUID id) {
        return rows.values(rows.find("issuer = ?1 and id = ?2", issuer, id).list()).stream()
                .findFirst();
    }

    @Override
    public BookedEntry append(String issuer, JournalEntry entry, String contentHash) {
        EntryRow row = EntryRow.of(issuer, entry, contentHash);
        rows.persist(row);
        database.persist(UnsealedRow.of(row.number));
        database.flush();
        return new BookedEntry(row.number, issuer, entry, contentHash, Optional.empty());
    }

    @Override
    public void lock(Collection<AccountId> accounts) {
        // Always in the same order, so that two bookings do not wait for each other.
        accounts.stream()
                .map(account -> Math.floorMod(account.value().hashCode(), LOCKS))
                .distinct()
                .sorted()
                .forEach(lock -> rows.lock("account-" + lock));
    }

    @Override
    public Amount balance(AccountId account, Commodity commodity) {
        Object sum = database.createNativeQuery(BALANCE)
                .setParameter("account", account.value())
                .setParameter("commodity", commodity.name())
                .getSingleResult();
        return new Amount(units(sum), commodity);
    }

    @Override
    public Map<AccountId, Map<Commodity, Amount>> balances(String prefix) {
        String begin = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        Map<AccountId, Map<Commodity, Amount>> balances = new TreeMap<>();
        for (Object found : database.createNativeQuery(BALANCES)
                .setParameter("begin", begin)
                .getResultList()) {
            Object[] row = (Object[]) found;
            Commodity commodity = Commodity.valueOf((String) row[1]);
            balances.computeIfAbsent(new AccountId((String) row[0]), a -> new EnumMap<>(Commodity.class))
                    .put(commodity, new Amount(units(row[2]), commodity));
        }
        return balances;
    }

    /** A database adds up beyond what an amount can hold: better no answer than a wrong one. */
    private static long units(Object sum) {
        return new BigDecimal(sum.toString()).longValueExact();
    }

    @Override
    public List<BookedEntry> referencing(String key, String value) {
        return rows.values(rows.list("references[?1] = ?2 order by number", key, value));
    }

    @Override
    public List<BookedEntry> before(long number, int limit) {
        return rows.values(rows.find("number < ?1 order by number desc", number)
                .page(Page.ofSize(limit))
                .list());
    }

    @Override
    public List<BookedEntry> after(long number, int limit) {
        return rows.values(rows.find("number > ?1 order by number", number)
                .page(Page.ofSize(limit))
                .list());
    }
}
