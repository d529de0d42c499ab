package org.cosmofab.orchestrator.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.MemoryJournal;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.settlement.Quantities;
import org.cosmofab.orchestrator.settlement.SettlementRefusal;
import org.cosmofab.orchestrator.settlement.Statement;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.cosmofab.orchestrator.settlement.Statement.Enforceability;
import org.cosmofab.orchestrator.settlement.Statement.Kind;
import org.cosmofab.orchestrator.settlement.Statement.Line;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
    private static final MachineId PRINTER = new MachineId("printer-1");
    private static final MachineId LASER = new MachineId("laser-1");
    private static final LotId LOT = new LotId("pla-lot-7");
    private static final Decision FREE = new Decision(3, Verdict.ALLOW, Enforceability.MEMBERSHIP, 0);
    private static final Tariff TARIFF = new Tariff(
            "v1",
            Instant.EPOCH,
            Map.of(Process.PRINT, euro("1.20")),
            Map.of(new MachineId("printer-2"), euro("2.00")),
            euro("0.25"),
            euro("20.00"));
    private static final Policy POLICY = new Policy("v1", Instant.EPOCH, 120, 400, 250, true);

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 1",
        "1, 1, 3, 0",
        "2, 1, 3, 1",
        "3, 1, 2, 2",
        "5, 1, 10, 1",
        "4, 1, 10, 0",
        "9223372036854775807, 1000, 1000, 9223372036854775807"
    })
    void halvesGoUpAndNothingOverflowsOnTheWay(long a, long b, long divisor, long expected) {
        assertThat(Rounding.halfUp(a, b, divisor)).isEqualTo(expected);
    }

    @Test
    void aResultThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> Rounding.halfUp(Long.MAX_VALUE, 2, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void useOfOneMachineIsSummedUpAndRoundedOnce() {
        // One second at 1.20 euro an hour is 333.33 micro-euro; three apart would be 999.
        Quantities used = new Quantities(List.of(use(PRINTER, 1, 0), use(PRINTER, 1, 0), use(PRINTER, 1, 0)));

        assertThat(costs().lines(used).orThrow())
                .containsExactly(new Line(
                        Kind.MACHINE, "printer-1", new Amount(3, Commodity.MS), euro("1.20"), Amount.microEuro(1000)));
    }

    @Test
    void aMachinesOwnRateComesBeforeThatOfItsProcess() {
        MachineId second = new MachineId("printer-2");
        Costs costs = new Costs(TARIFF, Map.of(second, Process.PRINT), Map.of(LOT, euro("24.00")));

        assertThat(costs.lines(new Quantities(List.of(use(second, 3600, 0)))).orThrow())
                .extracting(Line::amount)
                .containsExactly(euro("2.00"));
    }

    @Test
    void aMachineWithoutARateIsRefusedByName() {
        Costs costs = new Costs(TARIFF, Map.of(LASER, Process.LASER), Map.of(LOT, euro("24.00")));

        assertThat(refusal(costs, use(LASER, 60, 0)))
                .isEqualTo("TARIFF_MISSING tariff v1 has no rate for machine laser-1;"
                        + " publish a tariff that has one for it or for its process");
    }

    @Test
    void aLotWithoutAPriceIsRefusedByName() {
        Costs costs = new Costs(TARIFF, Map.of(PRINTER, Process.PRINT), Map.of());

        assertThat(refusal(costs, use(PRINTER, 60, 5)))
                .isEqualTo("TARIFF_MISSING lot pla-lot-7 has no price; receive the lot with its price per kilogram");
    }

    @ParameterizedTest
    @CsvSource({
        "3333, 0.000000, -3333",
        "5000, 0.010000, 5000",
        "12345000, 12.350000, 5000",
        "12344999, 12.340000, -4999"
    })
    void theInvoiceIsWholeCentsAndTheDifferenceHasItsAccount(long base, String total, long rounding) {
        Statement statement = statement(base, FREE, 0);
        assertThat(statement.total()).isEqualTo(euro(total));

        Books books = MemoryJournal.newBooks();
        invoice(statement).forEach(books::book);

        assertThat(books.balance(Chart.receivable(new PartyId("ana")), Commodity.EUR))
                .isEqualTo(euro(total));
        assertThat(books.balance(Chart.ROUNDING, Commodity.EUR)).isEqualTo(Amount.microEuro(-rounding));
    }

    @Test
    void aSuggestedFeeIsShownAndNotAskedFor() {
        Decision suggested = new Decision(4, Verdict.FEE, Enforceability.SUGGESTED, 120);

        Statement statement = statement(28_300_000, suggested, 5000);

        assertThat(statement.feeGross()).isEqualTo(euro("3.40"));
        assertThat(statement.creditsRedeemed()).isEqualTo(Amount.zero(Commodity.RC));
        assertThat(statement.feeCash()).isEqualTo(Amount.microEuro(0));
        assertThat(statement.total()).isEqualTo(euro("28.30"));
    }

    @Test
    void creditsAreNotSetOffWhereThePolicyDoesNotSaySo() {
        Policy policy = new Policy("v2", Instant.EPOCH, 120, 400, 250, false);
        Decision fee = new Decision(4, Verdict.FEE, Enforceability.MEMBERSHIP, 120);

        Statement statement = Pricing.statement(
                lines(28_300_000), fee, new Amount(5000, Commodity.RC), TARIFF, policy, cash -> List.of());

        assertThat(statement.creditsRedeemed()).isEqualTo(Amount.zero(Commodity.RC));
        assertThat(statement.feeCash()).isEqualTo(euro("3.40"));
    }

    @Test
    void anEntryHasAnIdThatFollowsFromItsOrder() {
        List<JournalEntry> once = invoice(statement(1_000_000, FREE, 0));
        List<JournalEntry> again = invoice(statement(1_000_000, FREE, 0));

        assertThat(again).isEqualTo(once).extracting(JournalEntry::id).doesNotHaveDuplicates();
    }

    private static List<JournalEntry> invoice(Statement statement) {
        Bill bill = new Bill(new OrderId(new UUID(0, 1)), "job-1", new PartyId("ana"), Designs.idOf("d"), statement);
        Quantities none = new Quantities(List.of());
        return SettlementEntries.settling(
                new Made(bill, Instant.EPOCH, "d", 1, new PartyId("odile"), none, Map.of("printer-1", 3_600_000L)),
                "node");
    }

    private static Statement statement(long base, Decision decision, long credits) {
        return Pricing.statement(
                lines(base), decision, new Amount(credits, Commodity.RC), TARIFF, POLICY, cash -> List.of());
    }

    private static List<Line> lines(long microEuro) {
        return List.of(new Line(
                Kind.ENERGY, "printer-1", new Amount(1, Commodity.WH), euro("0.25"), Amount.microEuro(microEuro)));
    }

    private static Costs costs() {
        return new Costs(TARIFF, Map.of(PRINTER, Process.PRINT), Map.of(LOT, euro("24.00")));
    }

    private static String refusal(Costs costs, Quantities.Line line) {
        return costs.lines(new Quantities(List.of(line)))
                .fold(lines -> "", refusal -> ((SettlementRefusal) refusal.kind()).name() + " " + refusal.detail());
    }

    private static Quantities.Line use(MachineId machine, long seconds, long milligrams) {
        return new Quantities.Line("part", machine, seconds, new MaterialId("pla"), LOT, milligrams, 0, true, 0);
    }

    private static Amount euro(String euro) {
        return Amount.microEuro(org.cosmofab.orchestrator.settlement.AcceptanceCases.microEuro(euro));
    }
}
