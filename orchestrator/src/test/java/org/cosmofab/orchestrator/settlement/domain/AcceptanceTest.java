package org.cosmofab.orchestrator.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;
import static org.cosmofab.orchestrator.settlement.AcceptanceCases.changes;
import static org.cosmofab.orchestrator.settlement.AcceptanceCases.euros;
import static org.cosmofab.orchestrator.settlement.AcceptanceCases.microEuro;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.BookingResult;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.MemoryJournal;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.settlement.AcceptanceCases;
import org.cosmofab.orchestrator.settlement.Statement;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of the acceptance cases, in memory, to the last micro-euro. */
class AcceptanceTest {
    private static final Instant AT = Instant.parse("2026-09-02T08:00:00Z");

    private final AcceptanceCases cases = new AcceptanceCases();
    private final Designs designs = new Designs();
    private final DesignVersion design = Designs.acceptanceDesign(designs);
    private final Books books = MemoryJournal.newBooks();

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "C2"})
    void feesInvoiceAndAccrualsComeOut(String name) {
        JsonNode expected = cases.expected(name);
        issueCredits(name);

        Statement statement = bill(name, 1).statement();

        assertThat(statement.base().minorUnits())
                .isEqualTo(microEuro(cases.field("base").textValue()));
        assertThat(statement.feeGross().minorUnits())
                .isEqualTo(microEuro(expected.get("fee_gross").textValue()));
        assertThat(statement.creditsRedeemed())
                .isEqualTo(new Amount(expected.get("rc_redeemed").longValue(), Commodity.RC));
        assertThat(statement.feeCash().minorUnits())
                .isEqualTo(microEuro(expected.get("fee_cash").textValue()));
        assertThat(statement.total().minorUnits())
                .isEqualTo(microEuro(expected.get("invoice_total").textValue()));
        assertThat(accrued(statement)).isEqualTo(euros(expected.get("accrued")));
    }

    @Test
    void eachLineIsQuantityTimesRate() {
        assertThat(bill("A", 1).statement().lines())
                .extracting(
                        line -> line.quantity().commodity().name(),
                        line -> line.amount().minorUnits())
                .containsExactlyElementsOf(euros(cases.field("lines")).entrySet().stream()
                        .sorted((a, b) -> order(a.getKey()) - order(b.getKey()))
                        .map(line -> org.assertj.core.groups.Tuple.tuple(line.getKey(), line.getValue()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "C2"})
    void everyPostingComesOut(String name) {
        Map<String, Map<String, Long>> expected = cases.postings();
        open();
        issueCredits(name);
        Bill bill = bill(name, 1);

        List<JournalEntry> settling = SettlementEntries.settling(made(bill), "node");
        List<JournalEntry> paying = SettlementEntries.paying(bill, AcceptanceCases.ASSOCIATION, AT, "node");

        Map<String, Map<String, Long>> found = new TreeMap<>();
        for (JournalEntry entry :
                List.of(settling, paying).stream().flatMap(List::stream).toList()) {
            assertThat(books.book(entry)).isEqualTo(new BookingResult.Booked(entry.id(), false));
            found.put(entry.reason(), changes(entry));
        }
        expected.keySet().removeIf(description -> !description.startsWith("job-" + name + " "));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theOpeningComesOut() {
        open();

        Map<String, Long> opened = new TreeMap<>();
        books.journal(Long.MAX_VALUE, 10)
                .forEach(booked ->
                        changes(booked.entry()).forEach((account, amount) -> opened.merge(account, amount, Long::sum)));

        assertThat(opened).isEqualTo(cases.postings().get("opening: capacity, stock"));
    }

    @Test
    void aCommonerAtCostPriceLeavesTheWorkshopNoSurplus() {
        open();
        settleAndPay("A", 1);

        long surplus = books.balances("income:").values().stream()
                        .mapToLong(held -> held.get(Commodity.EUR).minorUnits())
                        .sum()
                + books.balances("expenses:").values().stream()
                        .mapToLong(held -> held.get(Commodity.EUR).minorUnits())
                        .sum();
        assertThat(surplus).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "C2"})
    void payoutsAreWholeCentsAndTheRestStaysOwed(String name) {
        open();
        issueCredits(name);
        settleAndPay(name, 1);

        Map<AccountId, Amount> payouts = Payouts.wholeCents(owed());
        WorkshopEntries.payout(new UUID(9, 9), payouts, AT).ifPresent(books::book);

        assertThat(byParty(payouts)).isEqualTo(euros(cases.expected(name).get("paid_out_floor_cent")));
        assertThat(byParty(owed())).isEqualTo(euros(cases.expected(name).get("residual")));
    }

    @Test
    void aSecondRunPaysWhatTheFirstCarried() {
        open();
        settleAndPay("B", 1);
        WorkshopEntries.payout(new UUID(9, 1), Payouts.wholeCents(owed()), AT).ifPresent(books::book);
        settleAndPay("B", 2);

        Map<AccountId, Amount> second = Payouts.wholeCents(owed());

        assertThat(byParty(second).get("dina")).isEqualTo(770_000);
        assertThat(byParty(second).get("dmitri")).isEqualTo(460_000);
        assertThat(byParty(second).get("dolores")).isEqualTo(310_000);
    }

    @Test
    void aThousandTimesIsAThousandTimesAsMuch() {
        books.book(anEntry()
                .moving(36_000_000, Commodity.MS, "world:capacity", "cap:printer-1")
                .build());
        for (int i = 0; i < 1000; i++) {
            settleAndPay("B", i);
        }

        assertThat(byParty(owed())).isEqualTo(euros(cases.field("B_x1000_accrued")));
    }

    private void open() {
        WorkshopEntries.lot(cases.lot(), AT, "node").ifPresent(books::book);
        books.book(anEntry()
                .moving(180_000, Commodity.MS, "world:capacity", "cap:printer-1")
                .build());
    }

    private void issueCredits(String name) {
        long held = cases.expected(name).get("rc_before").longValue();
        if (held > 0) {
            Amount credits = new Amount(held, Commodity.RC);
            books.book(WorkshopEntries.credits(
                    new UUID(8, held), cases.customer(name).id(), credits, "5 h of documentation", AT));
        }
    }

    private void settleAndPay(String name, int number) {
        Bill bill = bill(name, number);
        SettlementEntries.settling(made(bill), "node").forEach(books::book);
        SettlementEntries.paying(bill, AcceptanceCases.ASSOCIATION, AT, "node").forEach(books::book);
    }

    private Bill bill(String name, int number) {
        Party customer = cases.customer(name);
        Costs costs = new Costs(
                cases.tariff(),
                Map.of(AcceptanceCases.PRINTER, Process.PRINT),
                Map.of(cases.lot().id(), cases.lot().pricePerKg()));
        Decision decision = LicenceRules.decide(
                design.licenceClass(),
                new LicenceRules.Asker(customer.standing(), customer.termsAccepted()),
                Use.COMMERCIAL,
                LicenceRules.Deed.FABRICATE,
                AcceptanceCases.POLICY.feePerMille());
        Shares shares = new Shares(AcceptanceCases.POLICY, AcceptanceCases.ASSOCIATION, designs::find, party -> true);
        Statement statement = Pricing.statement(
                costs.lines(cases.quantities()).orThrow(),
                decision,
                books.balance(Chart.credits(customer.id()), Commodity.RC),
                cases.tariff(),
                AcceptanceCases.POLICY,
                fee -> shares.of(fee, design));
        return new Bill(new OrderId(new UUID(7, number)), "job-" + name, customer.id(), design.id(), statement);
    }

    private Made made(Bill bill) {
        long held = books.balance(Chart.capacity("printer-1"), Commodity.MS).minorUnits();
        return new Made(
                bill, AT, design.slug(), 1, AcceptanceCases.ODILE, cases.quantities(), Map.of("printer-1", held));
    }

    private Map<AccountId, Amount> owed() {
        Map<AccountId, Amount> owed = new TreeMap<>();
        books.balances(Chart.CONTRIBUTORS)
                .forEach((account, held) ->
                        owed.put(account, held.get(Commodity.EUR).negated()));
        books.balances(Chart.ASSOCIATION.value())
                .forEach((account, held) ->
                        owed.put(account, held.get(Commodity.EUR).negated()));
        return owed;
    }

    private static Map<String, Long> byParty(Map<AccountId, Amount> amounts) {
        Map<String, Long> byParty = new TreeMap<>();
        amounts.forEach((account, amount) -> byParty.put(
                account.equals(Chart.ASSOCIATION)
                        ? "commons-association"
                        : account.value().substring(Chart.CONTRIBUTORS.length()),
                amount.minorUnits()));
        return byParty;
    }

    private static Map<String, Long> accrued(Statement statement) {
        Map<String, Long> accrued = new TreeMap<>();
        statement
                .shares()
                .forEach(share ->
                        accrued.merge(share.party().value(), share.amount().minorUnits(), Long::sum));
        return accrued;
    }

    private static int order(String unit) {
        return List.of("MS", "MG", "WH", "LS").indexOf(unit);
    }
}
