package org.cosmofab.orchestrator.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;
import static org.cosmofab.orchestrator.settlement.AcceptanceCases.changes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.BookingRefusal;
import org.cosmofab.orchestrator.accounting.BookingResult;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.catalog.DesignVersion.LicenceClass;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.AttemptEnded;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.materials.LotReceived;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderCancelled;
import org.cosmofab.orchestrator.settlement.domain.Designs;
import org.cosmofab.orchestrator.settlement.domain.RuleBook;
import org.cosmofab.orchestrator.settlement.domain.Tariff;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settlement on the real books, with the other rooms simulated. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(SettlementTest.Alone.class)
public class SettlementTest {

    /** The other rooms simulated; turns are taken by the tests. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SimulatedRooms.class);
        }
    }

    private final AcceptanceCases cases = new AcceptanceCases();
    private final Settlement settlement;
    private final SettlementRound round;
    private final Reciprocity reciprocity;
    private final Books books;
    private final SimulatedRooms rooms;
    private final Rest rest;
    private DesignVersion design;

    @Inject
    SettlementTest(
            Settlement settlement,
            SettlementRound round,
            Reciprocity reciprocity,
            Books books,
            SimulatedRooms rooms,
            Rest rest) {
        this.settlement = settlement;
        this.round = round;
        this.reciprocity = reciprocity;
        this.books = books;
        this.rooms = rooms;
        this.rest = rest;
    }

    /** What else the tests need: a constructor takes six. */
    @Dependent
    static class Rest {
        private final Event<Object> events;
        private final RuleBook rules;

        Rest(Event<Object> events, RuleBook rules) {
            this.events = events;
            this.rules = rules;
        }
    }

    @BeforeEach
    void furnish() {
        rooms.clear();
        design = Designs.acceptanceDesign(rooms.designs());
        if (books.entries("lot", "pla-lot-7").isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> rest.events.fire(new LotReceived(cases.lot())));
        }
    }

    @Test
    void aLotThatCameInIsInTheBooksInMilligramsAndEuro() {
        assertThat(books.entries("lot", "pla-lot-7"))
                .singleElement()
                .satisfies(booked -> assertThat(changes(booked.entry()))
                        .isEqualTo(Map.of(
                                "stock:pla-lot-7 MG", 2_000_000L,
                                "world:pla MG", -2_000_000L,
                                "assets:stock:pla EUR", 48_000_000L,
                                "equity:opening EUR", -48_000_000L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "C2"})
    void theAcceptanceCasesComeOutInTheBooks(String name) {
        Map<String, Map<String, Long>> expected = cases.postings();
        expected.keySet().removeIf(reason -> !reason.startsWith("job-" + name + " "));
        endowWithCredits(name);
        publishCapacity();
        Order order = place(cases.customer(name));

        round.turn();
        Statement statement = settlement.statement(order.id()).orElseThrow();
        Result<Statement> paid = settlement.pay(order.id(), statement.total(), "odile");

        assertThat(paid).isEqualTo(Result.done(statement));
        Map<String, Map<String, Long>> found = new TreeMap<>();
        books.entries("order", order.id().toString())
                .forEach(booked -> found.put(
                        booked.entry().reason().replace("job-" + order.number(), "job-" + name),
                        renamed(changes(booked.entry()), "job-" + order.number(), "job-" + name)));
        assertThat(found).isEqualTo(expected);
        assertThat(stage(order)).isEqualTo(Order.Stage.DISTRIBUTED);
    }

    @Test
    void everyEntryOfAnOrderSaysByWhichRuleItWasBooked() {
        Order order = place(cases.customer("B"));
        Statement statement = settlement.settle(order.id()).orThrow();
        settlement.pay(order.id(), statement.total(), "odile").orThrow();

        assertThat(books.entries("order", order.id().toString()))
                .hasSize(5)
                .allSatisfy(booked -> assertThat(booked.entry().references())
                        .containsEntry("tariff", "v1")
                        .containsEntry("policy", "v1")
                        .containsEntry("rule", "4")
                        .containsEntry("design", order.design().value())
                        .doesNotContainValue("odile"));
    }

    @Test
    void settlingTwiceSettlesOnce() {
        Order order = place(cases.customer("B"));
        Statement statement = settlement.settle(order.id()).orThrow();

        assertThat(settlement.settle(order.id())).isEqualTo(Result.done(statement));
        assertThat(books.entries("order", order.id().toString())).hasSize(3);
    }

    @Test
    void capacityThatWasNotPublishedIsPublishedWithItsUse() {
        Order order = place(cases.customer("A"));
        long before = capacity();

        settlement.settle(order.id()).orThrow();

        assertThat(capacity()).isEqualTo(Math.max(0, before - 36_000));
    }

    @Test
    void whatIsRefusedLeavesNothingBehindAndSaysWhyAndIsTriedAgain() {
        Order order = place(cases.customer("B"));
        rooms.refuse(Refusal.of(SettlementRefusal.ORDER_NOT_MADE, "not now"));

        round.turn();

        assertThat(books.entries("order", order.id().toString())).isEmpty();
        assertThat(settlement.statement(order.id())).isEmpty();
        assertThat(rooms.order(order.id()).orElseThrow().note()).isEqualTo("Not settled yet: not now");

        rooms.allow();
        round.turn();

        assertThat(books.entries("order", order.id().toString())).hasSize(3);
        assertThat(rooms.order(order.id()).orElseThrow().note()).isEmpty();
        assertThat(stage(order)).isEqualTo(Order.Stage.SETTLED);
    }

    @Test
    void aStatementStaysAsItWasWhenAnotherTariffComes() {
        Order order = place(cases.customer("B"));
        Statement before = settlement.settle(order.id()).orThrow();
        Order later = place(cases.customer("B"));

        QuarkusTransaction.begin();
        try {
            rest.rules.publish(dearTariff(Jobs.PLACED.plusSeconds(1)));

            assertThat(settlement.statement(order.id())).contains(before);
            assertThat(settlement.settle(later.id()).orThrow())
                    .as("what was placed before is priced as it was told")
                    .isEqualTo(before);
            assertThat(price(cases.customer("B"), design).orThrow().tariffVersion())
                    .isEqualTo("v2");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void anOrderIsPricedByTheRulesOfItsQuoteThoughATariffCameBeforeItWasPlaced() {
        Order order = place(cases.customer("B"));
        Order ofOld = Jobs.ofOld(place(cases.customer("B")));
        rooms.add(ofOld);

        QuarkusTransaction.begin();
        try {
            rest.rules.publish(dearTariff(Jobs.PLACED.minusSeconds(1)));

            Statement statement = settlement.settle(order.id()).orThrow();
            assertThat(statement.tariffVersion()).isEqualTo("v1");
            assertThat(statement.total()).isEqualTo(Amount.microEuro(31_700_000));
            assertThat(settlement.settle(ofOld.id()).orThrow().tariffVersion())
                    .as("an order that does not tell, by the day it was placed")
                    .isEqualTo("v2");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void settlingAndPayingAtOnceHappenOnce() throws Exception {
        Order order = place(cases.customer("B"));

        Set<Result<Statement>> settled = atOnce(() -> settlement.settle(order.id()));
        Statement statement = settlement.statement(order.id()).orElseThrow();
        Set<Result<Statement>> paid = atOnce(() -> settlement.pay(order.id(), statement.total(), "odile"));

        assertThat(settled).containsExactly(Result.done(statement));
        assertThat(paid).containsExactly(Result.done(statement));
        assertThat(books.entries("order", order.id().toString())).hasSize(5);
    }

    @Test
    void whatIsMeasuredAfterItsOrderWasSettledIsBorneByTheWorkshop() {
        Order order = place(cases.customer("B"));
        Attempt billed = rooms.attempts(order.id()).get(0);
        Attempt decided = Jobs.attempt(order, Attempt.Stage.DONE, Optional.empty());
        rooms.add(decided);
        ended(billed);
        ended(decided);
        round.turn();
        assertThat(stage(order)).isEqualTo(Order.Stage.SETTLED);
        assertThat(attemptEntries(billed)).isEmpty();
        assertThat(attemptEntries(decided)).isEmpty();
        long stock = stock();

        rooms.add(Jobs.with(decided, Attempt.Stage.DONE, Optional.of(Jobs.used(36_000))));
        ended(decided);
        ended(billed);
        round.turn();
        round.turn();

        assertThat(attemptEntries(billed)).isEmpty();
        assertThat(attemptEntries(decided)).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("measured after its order was settled, borne by the workshop");
            assertThat(changes(entry))
                    .containsEntry("expenses:scrap EUR", 28_300_000L)
                    .containsEntry("stock:pla-lot-7 MG", -250_000L);
        });
        assertThat(stock()).isEqualTo(stock - 250_000);
    }

    @Test
    void whatWasNotMeasuredIsSaidSoAndNotBilled() {
        Order order = place(cases.customer("B"));
        rooms.add(Jobs.attempt(order, Attempt.Stage.DONE, Optional.empty()));
        rooms.note(order.id(), "Not settled yet: it had to wait");

        round.turn();

        Statement statement = settlement.statement(order.id()).orElseThrow();
        assertThat(statement.total()).isEqualTo(Amount.microEuro(31_700_000));
        assertThat(statement.lines())
                .filteredOn(line -> !line.measured())
                .containsExactly(Statement.Line.notMeasured(AcceptanceCases.PRINTER));
        assertThat(rooms.order(order.id()).orElseThrow().note())
                .isEqualTo("Not measured, and so not billed: the work of printer-1");
    }

    @Test
    void whatMadeAnUnfinishedOrderIsLeftAloneUntilItIsGivenUp() {
        Order order = place(cases.customer("B"));
        rooms.add(Jobs.with(order, Order.Stage.MAKING, ""));
        Attempt done = rooms.attempts(order.id()).get(0);
        ended(done);
        round.turn();
        int asked = rooms.askedForAttempts();

        round.turn();
        round.turn();
        assertThat(rooms.askedForAttempts()).isEqualTo(asked);

        rooms.add(Jobs.with(order, Order.Stage.CANCELLED, ""));
        QuarkusTransaction.requiringNew().run(() -> rest.events.fire(new OrderCancelled(order.id())));
        round.turn();

        assertThat(attemptEntries(done)).hasSize(1);
    }

    @Test
    void whatMadeAnUnfinishedOrderIsBilledWhenItIsMade() {
        Order order = place(cases.customer("B"));
        rooms.add(Jobs.with(order, Order.Stage.MAKING, ""));
        Attempt done = rooms.attempts(order.id()).get(0);
        Attempt decided = Jobs.attempt(order, Attempt.Stage.DONE, Optional.empty());
        rooms.add(decided);
        ended(done);
        ended(decided);
        round.turn();

        rooms.add(Jobs.with(order, Order.Stage.MADE, ""));
        round.turn();
        int asked = rooms.askedForAttempts();
        round.turn();

        assertThat(rooms.askedForAttempts()).as("nothing waits").isEqualTo(asked);
        assertThat(attemptEntries(done)).isEmpty();
    }

    @Test
    void aContributionIsCreditedOnceAndNotWithOtherContent() {
        UUID contribution = UUID.randomUUID();
        Amount credits = new Amount(200, Commodity.RC);
        PartyId dina = new PartyId("dina");
        BookingResult first = reciprocity.issue(contribution, dina, credits, "a review", Jobs.PLACED);

        BookingResult again = reciprocity.issue(contribution, dina, credits, "a review", Jobs.PLACED);
        BookingResult other =
                reciprocity.issue(contribution, dina, new Amount(900, Commodity.RC), "a review", Jobs.PLACED);

        assertThat(first).isEqualTo(new BookingResult.Booked(contribution, false));
        assertThat(again).isEqualTo(new BookingResult.Booked(contribution, true));
        assertThat(other.<Refusal.Kind>fold(
                        booked -> null, refused -> refused.refusal().kind()))
                .isEqualTo(BookingRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
    }

    @Test
    void aWrongAmountIsRefusedAndNothingIsBooked() {
        Order order = place(cases.customer("B"));
        settlement.settle(order.id()).orThrow();

        Result<Statement> result = settlement.pay(order.id(), Amount.microEuro(31_690_000), "odile");

        assertThat(kind(result)).isEqualTo(SettlementRefusal.PAYMENT_NOT_WHAT_IS_DUE);
        assertThat(books.entries("order", order.id().toString())).hasSize(3);
        assertThat(stage(order)).isEqualTo(Order.Stage.SETTLED);
    }

    @Test
    void payingTwiceBooksOnceAndPayingOtherwiseIsRefused() {
        Order order = place(cases.customer("B"));
        Statement statement = settlement.settle(order.id()).orThrow();
        settlement.pay(order.id(), statement.total(), "odile").orThrow();

        assertThat(settlement.pay(order.id(), statement.total(), "odile")).isEqualTo(Result.done(statement));
        assertThat(kind(settlement.pay(order.id(), Amount.microEuro(10_000), "odile")))
                .isEqualTo(SettlementRefusal.ORDER_ALREADY_PAID);
        assertThat(books.entries("order", order.id().toString())).hasSize(5);
    }

    @Test
    void nothingIsPaidBeforeItIsSettled() {
        Order order = place(cases.customer("B"));

        assertThat(kind(settlement.pay(order.id(), Amount.microEuro(31_700_000), "odile")))
                .isEqualTo(SettlementRefusal.ORDER_NOT_SETTLED);
    }

    @Test
    void aFailedAttemptIsBorneByTheWorkshopAndNotByTheOrder() {
        Order order = place(cases.customer("B"));
        Attempt failed = Jobs.attempt(order, Attempt.Stage.FAILED);
        rooms.add(failed);
        ended(failed);

        round.turn();
        round.turn();

        assertThat(books.entries("attempt", failed.id().toString()))
                .singleElement()
                .satisfies(booked -> {
                    Map<String, Long> changes = changes(booked.entry());
                    assertThat(changes)
                            .containsEntry("expenses:scrap EUR", 28_300_000L)
                            .containsEntry("scrap:material MG", 250_000L)
                            .containsEntry("stock:pla-lot-7 MG", -250_000L);
                    assertThat(changes.keySet()).noneMatch(key -> key.contains("cite") || key.contains("receivable"));
                });
        assertThat(settlement.statement(order.id()).orElseThrow().total()).isEqualTo(Amount.microEuro(31_700_000));
    }

    @Test
    void whatMadeAnOrderThatWasCancelledIsBorneByTheWorkshop() {
        Order order = place(cases.customer("B"));
        Attempt done = rooms.attempts(order.id()).get(0);
        rooms.add(Jobs.with(order, Order.Stage.CANCELLED, ""));
        ended(done);

        round.turn();

        assertThat(books.entries("attempt", done.id().toString())).hasSize(1);
    }

    @Test
    void anUncertainAttemptWaitsForAPerson() {
        Order order = place(cases.customer("B"));
        rooms.add(Jobs.with(order, Order.Stage.MAKING, ""));
        Attempt uncertain = Jobs.attempt(order, Attempt.Stage.UNCERTAIN);
        rooms.add(uncertain);
        ended(uncertain);
        round.turn();
        assertThat(books.entries("attempt", uncertain.id().toString())).isEmpty();

        rooms.add(Jobs.with(uncertain, Attempt.Stage.FAILED, uncertain.used()));
        round.turn();

        assertThat(books.entries("attempt", uncertain.id().toString())).hasSize(1);
    }

    @Test
    void moreMaterialUsedThanThereWasIsAFact() {
        Order order = place(cases.customer("A"));
        Attempt.Used used = Jobs.used(36_000);
        rooms.add(Jobs.attempt(
                order,
                Attempt.Stage.DONE,
                Optional.of(new Attempt.Used(60, used.material(), used.lot(), 90_000_000, 10, true, 0))));

        settlement.settle(order.id()).orThrow();

        assertThat(books.balance(new AccountId("stock:pla-lot-7"), Commodity.MG).minorUnits())
                .isNegative();
        QuarkusTransaction.requiringNew()
                .run(() -> books.book(anEntry()
                        .moving(200_000_000, Commodity.MG, "world:pla", "stock:pla-lot-7")
                        .build()));
    }

    @Test
    void aLicenceThatReservesTheUseIsRefusedWithItsRule() {
        DesignVersion reserved = rooms.designs().add(Designs.design("ppl").under(LicenceClass.PEER_PRODUCTION));

        Result<Statement> result = price(cases.customer("B"), reserved);

        assertThat(kind(result)).isEqualTo(SettlementRefusal.LICENCE_REFUSES);
        assertThat(result.fold(statement -> Map.<String, Object>of(), Refusal::facts))
                .containsEntry("rule", 6)
                .containsEntry("enforceability", "LICENCE");
    }

    @Test
    void aPriceBooksNothing() {
        long newest = newest();

        assertThat(price(cases.customer("B"), design).orThrow().feeCash()).isEqualTo(Amount.microEuro(3_400_000));

        assertThat(newest()).isEqualTo(newest);
    }

    @Test
    void aPayoutLeavesLessThanACentWithEverybody() {
        Order order = place(cases.customer("B"));
        Statement statement = settlement.settle(order.id()).orThrow();
        settlement.pay(order.id(), statement.total(), "odile").orThrow();

        assertThat(reciprocity.payOut()).isNotEmpty();

        assertThat(books.balances("liabilities:contributor:").values())
                .allSatisfy(
                        held -> assertThat(held.get(Commodity.EUR).minorUnits()).isBetween(-9_999L, 0L));
        assertThat(reciprocity.payOut()).isEmpty();
    }

    private Order place(Party requester) {
        return rooms.placeAcceptanceOrder(requester);
    }

    private void ended(Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> rest.events.fire(new AttemptEnded(attempt.id())));
    }

    private Result<Statement> price(Party requester, DesignVersion of) {
        return settlement.price(cases.quantities(), of, requester, Use.COMMERCIAL);
    }

    private List<JournalEntry> attemptEntries(Attempt attempt) {
        return books.entries("attempt", attempt.id().toString()).stream()
                .map(BookedEntry::entry)
                .toList();
    }

    private long stock() {
        return books.balance(new AccountId("stock:pla-lot-7"), Commodity.MG).minorUnits();
    }

    private static <X> Set<X> atOnce(Callable<X> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Set<X> answers = new HashSet<>();
            for (Future<X> answer : threads.invokeAll(Collections.nCopies(6, work), 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private void endowWithCredits(String name) {
        long held = cases.expected(name).get("rc_before").longValue();
        if (held > 0) {
            Amount credits = new Amount(held, Commodity.RC);
            UUID contribution = new UUID(60, held);
            reciprocity.issue(contribution, cases.customer(name).id(), credits, "5 h of documentation", Jobs.PLACED);
            reciprocity.issue(contribution, cases.customer(name).id(), credits, "5 h of documentation", Jobs.PLACED);
            assertThat(books.balance(new AccountId("rc:" + cases.customer(name).id()), Commodity.RC))
                    .isEqualTo(credits);
        }
    }

    private void publishCapacity() {
        JournalEntry capacity = anEntry()
                .moving(36_000, Commodity.MS, "world:capacity", "cap:printer-1")
                .build();
        books.book(capacity);
    }

    private long capacity() {
        return books.balance(new AccountId("cap:printer-1"), Commodity.MS).minorUnits();
    }

    private long newest() {
        return books.journal(Long.MAX_VALUE, 1).get(0).number();
    }

    private Order.Stage stage(Order order) {
        return rooms.order(order.id()).orElseThrow().stage();
    }

    private Tariff dearTariff(Instant from) {
        Amount dear = Amount.microEuro(99_000_000);
        return new Tariff("v2", from, Map.of(Process.PRINT, dear), Map.of(), dear, dear);
    }

    private static SettlementRefusal kind(Result<Statement> result) {
        return result.fold(
                statement -> {
                    throw new AssertionError("was done");
                },
                refusal -> (SettlementRefusal) refusal.kind());
    }

    private static Map<String, Long> renamed(Map<String, Long> changes, String from, String to) {
        Map<String, Long> renamed = new TreeMap<>();
        changes.forEach((account, amount) -> renamed.put(account.replace(from + ":", to + ":"), amount));
        return renamed;
    }
}
