package org.cosmofab.orchestrator.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cosmofab.orchestrator.accounting.domain.Content;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tampers by SQL in a transaction that is rolled back after verification has looked at it. */
@QuarkusTest
@OnEveryDatabase
class ChainTest {
    private final Books books;
    private final EntityManager database;
    private final List<JournalEntry> entries = new ArrayList<>();

    @Inject
    ChainTest(Books books, EntityManager database) {
        this.books = books;
        this.database = database;
    }

    @BeforeEach
    void sealThreeEntries() {
        books.seal();
        for (int i = 0; i < 3; i++) {
            JournalEntry entry = anEntry()
                    .moving(100 + i, Commodity.EUR, "test:a", "test:b")
                    .referring("order", "t1")
                    .build();
            entries.add(entry);
        }
        QuarkusTransaction.requiringNew().run(() -> entries.forEach(books::book));
        books.seal();
    }

    @Test
    void whatIsBookedIsSealedAndHolds() {
        ChainStatus status = books.verify();

        assertThat(status.fault()).isEmpty();
        assertThat(status.intact()).isTrue();
        assertThat(status.sealed()).isGreaterThanOrEqualTo(3);
        assertThat(status.head()).matches("[0-9a-f]{64}");
        assertThat(booked(0).seal()).isPresent().isEqualTo(booked(2).seal());
    }

    @Test
    void namesTheUnsealedTail() {
        long unsealed = thenForgotten(() -> {
            books.book(anEntry().moving(1, Commodity.EUR, "test:a", "test:b").build());
            return books.verify().unsealed();
        });

        assertThat(unsealed).isEqualTo(1);
        assertThat(books.verify().unsealed()).isZero();
    }

    @Test
    void sealingAgainAddsNoLink() {
        long seals = books.verify().seals();

        books.seal();

        assertThat(books.verify().seals()).isEqualTo(seals);
    }

    @Test
    void seesAChangedAmount() {
        long number = booked(1).number();

        assertThat(faultAfter("update transfer set minor_units = minor_units + 1 where entry_number = " + number))
                .isEqualTo("entry " + number + " of seal " + seal() + " is other than it was written");
    }

    @Test
    void seesAChangedReference() {
        long number = booked(1).number();

        assertThat(faultAfter("update journal_reference set content = 't2' where entry_number = " + number))
                .startsWith("entry " + number + " of seal");
    }

    @Test
    void seesAChangedEntryWhoseHashWasChangedToo() {
        long number = booked(1).number();
        JournalEntry forged = new JournalEntry(
                entries.get(1).id(),
                entries.get(1).occurredAt(),
                "another reason",
                entries.get(1).transfers(),
                entries.get(1).references());
        String hash = Content.hash(booked(1).issuer(), forged);

        assertThat(faultAfter("update journal_entry set reason = 'another reason', content_hash = '" + hash
                        + "' where number = " + number))
                .isEqualTo("seal " + seal() + " does not agree with the entries it holds");
    }

    @Test
    void seesADeletedEntry() {
        long number = booked(2).number();

        assertThat(faultAfter(
                        "delete from transfer where entry_number = " + number,
                        "delete from journal_reference where entry_number = " + number,
                        "delete from seal_entry where entry_number = " + number,
                        "delete from journal_entry where number = " + number))
                .isEqualTo("seal " + seal() + " does not agree with the entries it holds");
    }

    @Test
    void seesReorderedEntries() {
        long first = booked(0).number();
        long second = booked(1).number();

        assertThat(faultAfter(
                        "update seal_entry set place = 100 where entry_number = " + first,
                        "update seal_entry set place = 0 where entry_number = " + second,
                        "update seal_entry set place = 1 where entry_number = " + first))
                .isEqualTo("seal " + seal() + " does not agree with the entries it holds");
    }

    @Test
    void seesAChangedSeal() {
        assertThat(faultAfter(
                        "update seal set sealed_at = timestamp with time zone '2020-01-01 00:00:00+00' where number = "
                                + seal()))
                .isEqualTo("seal " + seal() + " does not agree with the entries it holds");
        assertThat(faultAfter("update seal set previous = '' where number > 1"))
                .endsWith("does not follow the seal before it");
    }

    @Test
    void seesARemovedSeal() {
        QuarkusTransaction.requiringNew()
                .run(() -> books.book(
                        anEntry().moving(1, Commodity.EUR, "test:a", "test:b").build()));
        books.seal();

        assertThat(faultAfter(
                        "delete from seal_entry where seal_number = " + seal(),
                        "delete from seal where number = " + seal()))
                .isEqualTo("seal " + seal() + " is missing");
    }

    @Test
    void seesAnEntryThatIsInNoSealAndDoesNotWait() {
        long seals = books.verify().seals();

        assertThat(faultAfter(
                        "delete from seal_entry where seal_number = " + seals,
                        "delete from seal where number = " + seals))
                .isEqualTo("entry " + booked(0).number() + " is in no seal and does not wait for one");
    }

    @Test
    void doesNotSealWhatWasTamperedWithBefore() {
        String fault = thenForgotten(() -> {
            JournalEntry entry =
                    anEntry().moving(1, Commodity.EUR, "test:a", "test:b").build();
            books.book(entry);
            long number = books.entry(entry.id()).orElseThrow().number();
            database.createNativeQuery("update transfer set minor_units = 9 where entry_number = " + number)
                    .executeUpdate();
            return books.verify().fault().replace(String.valueOf(number), "n");
        });

        assertThat(fault).isEqualTo("entry n, not yet sealed, is other than it was written");
    }

    private BookedEntry booked(int index) {
        return books.entry(entries.get(index).id()).orElseThrow();
    }

    private long seal() {
        return booked(0).seal().orElseThrow();
    }

    private String faultAfter(String... statements) {
        String fault = thenForgotten(() -> {
            for (String statement : statements) {
                assertThat(database.createNativeQuery(statement).executeUpdate())
                        .isPositive();
            }
            return books.verify().fault();
        });
        assertThat(books.verify().fault()).isEmpty();
        return fault;
    }

    private static <T> T thenForgotten(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
