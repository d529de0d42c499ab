package org.cosmofab.orchestrator.accounting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.domain.Floors;
import org.cosmofab.orchestrator.accounting.domain.Journal;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.IdSource;

/** A journal in memory, for one thread. */
public final class MemoryJournal implements Journal {
    private final List<BookedEntry> entries = new ArrayList<>();
    private final Map<UUID, BookedEntry> byId = new HashMap<>();
    private final Map<AccountId, Map<Commodity, Amount>> held = new TreeMap<>();

    /** Books on a fresh journal in memory, which are never sealed. */
    public static Books newBooks() {
        return new Books(
                new MemoryJournal(),
                new Sequencer(null, null),
                new Verification(null, null),
                new Verified(null, null, null),
                new CountedIds());
    }

    @Override
    public Optional<BookedEntry> byId(String issuer, UUID id) {
        return Optional.ofNullable(byId.get(id))
                .filter(booked -> booked.issuer().equals(issuer));
    }

    @Override
    public BookedEntry append(String issuer, JournalEntry entry, String contentHash) {
        BookedEntry booked = new BookedEntry(entries.size() + 1, issuer, entry, contentHash, Optional.empty());
        entries.add(booked);
        byId.put(entry.id(), booked);
        Floors.changes(entry.transfers())
                .forEach((account, changes) -> changes.forEach(
                        (commodity, amount) -> held.computeIfAbsent(account, a -> new EnumMap<>(Commodity.class))
                                .merge(commodity, amount, Amount::plus)));
        return booked;
    }

    @Override
    public void lock(Collection<AccountId> accounts) {
        // One thread has nobody to wait for.
    }

    @Override
    public Amount balance(AccountId account, Commodity commodity) {
        return held.getOrDefault(account, Map.of()).getOrDefault(commodity, Amount.zero(commodity));
    }

    @Override
    public Map<AccountId, Map<Commodity, Amount>> balances(String prefix) {
        Map<AccountId, Map<Commodity, Amount>> balances = new TreeMap<>();
        held.forEach((account, amounts) -> amounts.forEach((commodity, amount) -> {
            if (account.value().startsWith(prefix) && !amount.isZero()) {
                balances.computeIfAbsent(account, a -> new EnumMap<>(Commodity.class))
                        .put(commodity, amount);
            }
        }));
        return balances;
    }

    @Override
    public List<BookedEntry> referencing(String key, String value) {
        return entries.stream()
                .filter(booked -> value.equals(booked.entry().references().get(key)))
                .toList();
    }

    @Override
    public List<BookedEntry> before(long number, int limit) {
        return entries.stream()
                .filter(booked -> booked.number() < number)
                .sorted(Comparator.comparing(BookedEntry::number).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<BookedEntry> after(long number, int limit) {
        return entries.stream()
                .filter(booked -> booked.number() > number)
                .limit(limit)
                .toList();
    }

    /** Ids that can be told beforehand. */
    private static final class CountedIds implements IdSource {
        private long last;

        @Override
        public UUID next() {
            return new UUID(0, ++last);
        }

        @Override
        public String secret(int bytes) {
            return "secret";
        }

        @Override
        public String issuer() {
            return "test";
        }
    }
}
