package org.cosmofab.orchestrator.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class ParallelBookingTest {
    private static final int THREADS = 6;

    private final Books books;
    private final String mine = "t" + UUID.randomUUID();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @Inject
    ParallelBookingTest(Books books) {
        this.books = books;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void parallelBookersAndSequencersLoseAndDoubleNothing() throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            work.add(() -> {
                for (int i = 0; i < 40; i++) {
                    books.book(anEntry()
                            .moving(1, Commodity.EUR, mine + ":a", mine + ":b")
                            .referring("order", mine)
                            .build());
                    if (i % 10 == 0) {
                        books.seal();
                    }
                }
                return 40;
            });
        }

        all(work);
        books.seal();

        List<BookedEntry> entries = books.entries("order", mine);
        assertThat(entries).hasSize(THREADS * 40).allMatch(entry -> entry.seal().isPresent());
        assertThat(new HashSet<>(entries.stream().map(BookedEntry::number).toList()))
                .hasSize(THREADS * 40);
        assertThat(books.balance(new AccountId(mine + ":b"), Commodity.EUR)).isEqualTo(Amount.microEuro(THREADS * 40));
        assertThat(books.verify().fault()).isEmpty();
    }

    @Test
    void parallelSpendersNeverSpendMoreThanThereIs() throws Exception {
        books.book(anEntry().moving(20, Commodity.RC, "rc:issued", "rc:" + mine).build());
        Callable<Integer> spender = () -> {
            int spent = 0;
            for (int i = 0; i < 10; i++) {
                BookingResult result = books.book(anEntry()
                        .moving(1, Commodity.RC, "rc:" + mine, "rc:redeemed")
                        .build());
                spent += result.fold(booked -> 1, refused -> 0);
            }
            return spent;
        };

        int spent = all(Stream.generate(() -> spender).limit(THREADS).toList()).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(spent).isEqualTo(20);
        assertThat(books.balance(new AccountId("rc:" + mine), Commodity.RC)).isEqualTo(Amount.zero(Commodity.RC));
    }

    @Test
    void oneIdBookedByManyAtOnceIsBookedOnce() throws Exception {
        JournalEntry entry = anEntry()
                .moving(1, Commodity.EUR, mine + ":a", mine + ":b")
                .referring("order", mine)
                .build();
        Callable<Integer> booker = () -> {
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> books.book(entry))
                        .fold(b -> b.replayed() ? 0 : 1, r -> 0);
            } catch (ConstraintViolationException lostTheRace) {
                return books.book(entry).fold(b -> b.replayed() ? 0 : 1, r -> 1);
            }
        };

        int booked = all(Stream.generate(() -> booker).limit(THREADS).toList()).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(booked).isEqualTo(1);
        assertThat(books.entries("order", mine)).hasSize(1);
    }

    @Test
    void stepsThatDrawOnTheSameAccountsInAnotherOrderDoNotWaitForEachOther() throws Exception {
        List<String> purses =
                IntStream.range(0, 8).mapToObj(i -> "rc:" + mine + "-" + i).toList();
        purses.forEach(purse -> books.book(
                anEntry().moving(1_000, Commodity.RC, "rc:issued", purse).build()));
        AtomicInteger turns = new AtomicInteger();
        Callable<Integer> step = () -> {
            List<String> order = new ArrayList<>(purses);
            if (turns.getAndIncrement() % 2 == 0) {
                Collections.reverse(order);
            }
            for (int i = 0; i < 10; i++) {
                books.bookAll(order.stream()
                        .map(purse -> anEntry()
                                .moving(1, Commodity.RC, purse, "rc:redeemed")
                                .build())
                        .toList());
            }
            return 10;
        };

        all(Stream.generate(() -> step).limit(THREADS).toList());

        assertThat(purses)
                .allSatisfy(purse -> assertThat(books.balance(new AccountId(purse), Commodity.RC))
                        .isEqualTo(new Amount(1_000 - THREADS * 10, Commodity.RC)));
    }

    @Test
    void whoAsksAtOnceIsAnsweredByOneVerification() throws Exception {
        books.book(anEntry().moving(1, Commodity.EUR, mine + ":a", mine + ":b").build());
        books.seal();
        Set<ChainStatus> answers = ConcurrentHashMap.newKeySet();

        all(Stream.<Callable<Integer>>generate(() -> () -> {
                    answers.add(books.verified());
                    return 1;
                })
                .limit(THREADS)
                .toList());

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.intact()).isTrue());
        books.book(anEntry().moving(1, Commodity.EUR, mine + ":a", mine + ":b").build());
        books.seal();
        assertThat(books.verified()).as("with a new head").isNotIn(answers);
        assertThat(books.verified().head()).isEqualTo(books.verify().head());
    }

    private List<Integer> all(List<Callable<Integer>> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> future : work.stream().map(threads::submit).toList()) {
            answers.add(future.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }
}
