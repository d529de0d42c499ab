package org.cosmofab.orchestrator.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.domain.Content;
import org.cosmofab.orchestrator.accounting.domain.Journal;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class BooksTest {
    private final Books books;
    private final Journal journal;
    private final String mine = "t" + UUID.randomUUID();

    @Inject
    BooksTest(Books books, Journal journal) {
        this.books = books;
        this.journal = journal;
    }

    @Test
    void whatIsDebitedGrowsAndWhatIsCreditedShrinks() {
        books.book(anEntry().moving(5, Commodity.EUR, mine + ":a", mine + ":b").build());
        books.book(anEntry().moving(2, Commodity.EUR, mine + ":b", mine + ":c").build());

        assertThat(books.balances(mine))
                .isEqualTo(Map.of(
                        new AccountId(mine + ":a"), Map.of(Commodity.EUR, Amount.microEuro(-5)),
                        new AccountId(mine + ":b"), Map.of(Commodity.EUR, Amount.microEuro(3)),
                        new AccountId(mine + ":c"), Map.of(Commodity.EUR, Amount.microEuro(2))));
        assertThat(books.balance(new AccountId(mine + ":b"), Commodity.EUR)).isEqualTo(Amount.microEuro(3));
        assertThat(books.balance(new AccountId(mine + ":b"), Commodity.RC)).isEqualTo(Amount.zero(Commodity.RC));
    }

    @Test
    void anEntryComesBackAsItWasWritten() {
        JournalEntry entry = anEntry()
                .because("a \"reason\" \\ with é and 🌱")
                .moving(7, Commodity.MG, "world:pla", mine + ":x")
                .moving(3, Commodity.WH, "world:grid", mine + ":y")
                .referring("order", mine)
                .referring("tariff", "v1")
                .build();

        books.book(entry);

        assertThat(books.entries("order", mine)).singleElement().satisfies(booked -> {
            assertThat(booked.entry()).isEqualTo(entry);
            assertThat(booked.contentHash()).matches("[0-9a-f]{64}");
        });
        assertThat(books.entry(entry.id()))
                .hasValueSatisfying(booked -> assertThat(booked.entry()).isEqualTo(entry));
    }

    @Test
    void bookingTheSameAgainChangesNothing() {
        JournalEntry entry =
                anEntry().moving(5, Commodity.EUR, mine + ":a", mine + ":b").build();
        books.book(entry);

        BookingResult again = books.book(entry);

        assertThat(again).isEqualTo(new BookingResult.Booked(entry.id(), true));
        assertThat(books.balance(new AccountId(mine + ":b"), Commodity.EUR)).isEqualTo(Amount.microEuro(5));
    }

    @Test
    void refusesAKnownKeyWithOtherContent() {
        JournalEntry entry =
                anEntry().moving(5, Commodity.EUR, mine + ":a", mine + ":b").build();
        books.book(entry);

        BookingResult other = books.book(anEntry()
                .id(entry.id())
                .moving(6, Commodity.EUR, mine + ":a", mine + ":b")
                .build());

        assertThat(refusal(other)).isEqualTo(BookingRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        assertThat(books.balance(new AccountId(mine + ":b"), Commodity.EUR)).isEqualTo(Amount.microEuro(5));
    }

    @Test
    void refusesToSpendCreditsThatAreNotThere() {
        books.book(
                anEntry().moving(300, Commodity.RC, "rc:issued", "rc:" + mine).build());

        BookingResult result = books.book(
                anEntry().moving(450, Commodity.RC, "rc:" + mine, "rc:redeemed").build());

        assertThat(refusal(result)).isEqualTo(BookingRefusal.FUNDS_INSUFFICIENT);
        assertThat(detail(result)).isEqualTo("rc:" + mine + " holds 3.00 RC, the entry needs 4.50 RC");
        assertThat(books.balance(new AccountId("rc:" + mine), Commodity.RC)).isEqualTo(new Amount(300, Commodity.RC));
    }

    @Test
    void aFactTakesStockBelowZeroButAPlanDoesNot() {
        books.book(anEntry()
                .moving(250, Commodity.MG, "world:pla", "stock:" + mine)
                .build());
        Entries use = anEntry().moving(260, Commodity.MG, "stock:" + mine, mine + ":material");

        assertThat(refusal(books.book(use.build()))).isEqualTo(BookingRefusal.FUNDS_INSUFFICIENT);
        books.book(use.referring(JournalEntry.FACT, "true").build());

        assertThat(books.balance(new AccountId("stock:" + mine), Commodity.MG))
                .isEqualTo(new Amount(-10, Commodity.MG));
    }

    @Test
    void aPrefixIsTextAndNotAPattern() {
        books.book(anEntry().moving(5, Commodity.EUR, mine + ":a", mine + ":b").build());

        assertThat(books.balances("t%")).isEmpty();
        assertThat(books.balances("t_")).isEmpty();
    }

    @Test
    void theJournalIsReadPageByPageFromBothEnds() {
        for (int i = 0; i < 5; i++) {
            books.book(
                    anEntry().moving(1, Commodity.EUR, mine + ":a", mine + ":b").build());
        }
        BookedEntry newest = books.journal(Long.MAX_VALUE, 1).get(0);

        assertThat(books.journal(newest.number(), 2))
                .extracting(BookedEntry::number)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .hasSize(2)
                .allMatch(number -> number < newest.number());
        assertThat(books.journalAfter(newest.number() - 1, 500)).containsExactly(newest);
    }

    @Test
    void aSumThatNoAmountCanHoldIsNotToldWrongly() {
        QuarkusTransaction.begin();
        try {
            for (int i = 0; i < 2; i++) {
                books.book(anEntry()
                        .moving(Long.MAX_VALUE, Commodity.EUR, mine + ":a", mine + ":b")
                        .build());
            }

            assertThatThrownBy(() -> books.balance(new AccountId(mine + ":b"), Commodity.EUR))
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> books.balances(mine)).isInstanceOf(ArithmeticException.class);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void anEntryOfAnotherNodeWithTheSameIdIsAnotherEntry() {
        JournalEntry theirs =
                anEntry().moving(7, Commodity.EUR, mine + ":x", mine + ":y").build();
        JournalEntry ours = anEntry()
                .id(theirs.id())
                .moving(5, Commodity.EUR, mine + ":a", mine + ":b")
                .build();
        QuarkusTransaction.begin();
        try {
            journal.append("another-node", theirs, Content.hash("another-node", theirs));

            assertThat(books.entry(theirs.id())).isEmpty();
            assertThat(books.book(ours)).isEqualTo(new BookingResult.Booked(ours.id(), false));
            assertThat(books.entry(ours.id()).orElseThrow().entry()).isEqualTo(ours);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void ofAStepEverythingIsBookedOrNothing() {
        JournalEntry fine =
                anEntry().moving(7, Commodity.EUR, mine + ":x", mine + ":y").build();
        JournalEntry unfunded =
                anEntry().moving(1, Commodity.RC, "rc:" + mine, "rc:redeemed").build();

        assertThatThrownBy(() -> books.bookAll(List.of(fine, unfunded))).isInstanceOf(RefusedException.class);

        assertThat(books.entry(fine.id())).isEmpty();
    }

    private static String detail(BookingResult result) {
        return result.fold(booked -> "", refused -> refused.refusal().detail());
    }

    private static BookingRefusal refusal(BookingResult result) {
        return result.fold(
                booked -> {
                    throw new AssertionError("was booked");
                },
                refused -> (BookingRefusal) refused.refusal().kind());
    }
}
