package org.cosmofab.orchestrator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

class BooksProperties {

    @Property(tries = 300)
    void anySequenceOfBookingsSumsUpToZeroInEveryCommodity(@ForAll("sequences") List<JournalEntry> entries) {
        Books books = MemoryJournal.newBooks();

        entries.forEach(books::book);

        Map<Commodity, Amount> sums = new EnumMap<>(Commodity.class);
        books.balances("")
                .values()
                .forEach(balances ->
                        balances.forEach((commodity, amount) -> sums.merge(commodity, amount, Amount::plus)));
        assertThat(sums.values()).allMatch(Amount::isZero);
    }

    @Property(tries = 300)
    void replayingWhatWasBookedChangesNothing(@ForAll("sequences") List<JournalEntry> entries) {
        Books books = MemoryJournal.newBooks();
        List<JournalEntry> booked = entries.stream()
                .filter(entry -> books.book(entry).fold(b -> !b.replayed(), r -> false))
                .toList();
        Map<AccountId, Map<Commodity, Amount>> before = books.balances("");

        List<BookingResult> again = booked.stream().map(books::book).toList();

        assertThat(again).allMatch(result -> result.fold(b -> b.replayed(), r -> false));
        assertThat(books.balances("")).isEqualTo(before);
        assertThat(books.journal(Long.MAX_VALUE, 500)).hasSize(booked.size());
    }

    @Property(tries = 300)
    void creditsNeverGoBelowZero(@ForAll("sequences") List<JournalEntry> entries) {
        Books books = MemoryJournal.newBooks();

        for (JournalEntry entry : entries) {
            books.book(entry);
            assertThat(books.balance(new AccountId("rc:ana"), Commodity.RC).minorUnits())
                    .isNotNegative();
        }
    }

    @Provide
    Arbitrary<List<JournalEntry>> sequences() {
        Arbitrary<String> account = Arbitraries.of("a", "b", "c:d", "rc:ana", "rc:issued", "stock:x", "world:x");
        Arbitrary<Transfer> transfer = Combinators.combine(
                        account,
                        account,
                        Arbitraries.of(Commodity.EUR, Commodity.RC, Commodity.MG),
                        Arbitraries.longs().between(1, 1_000_000))
                .as((debit, credit, commodity, units) -> List.of(debit, credit, commodity, units))
                .filter(parts -> !parts.get(0).equals(parts.get(1)))
                .map(parts -> new Transfer(
                        new AccountId((String) parts.get(0)),
                        new AccountId((String) parts.get(1)),
                        new Amount((Long) parts.get(3), (Commodity) parts.get(2))));
        // Few ids, so that some entries reuse the id of another.
        Arbitrary<UUID> id = Arbitraries.longs().between(1, 30).map(n -> new UUID(1, n));
        return Combinators.combine(id, transfer.list().ofMinSize(1).ofMaxSize(4))
                .as((key, transfers) ->
                        new JournalEntry(key, Instant.parse("2026-09-01T08:00:00Z"), "any", transfers, Map.of()))
                .list()
                .ofMaxSize(20);
    }
}
