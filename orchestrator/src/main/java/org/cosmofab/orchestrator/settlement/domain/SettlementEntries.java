package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement;
import org.cosmofab.orchestrator.settlement.Statement.Kind;
import org.cosmofab.orchestrator.settlement.Statement.Share;

/**
 * The entries of an order: what it embodies and costs when it is settled, who gets what when it is paid.
 *
 * <p>The issuer is the node that writes them.
 */
public final class SettlementEntries {

    private SettlementEntries() {}

    /** Consumption in every commodity, costs, the invoice, and the credits that are set off; only those that move something. */
    public static List<JournalEntry> settling(Made made, String issuer) {
        Bill bill = made.bill();
        Statement statement = bill.statement();
        List<Transfer> physical =
                new ArrayList<>(made.transfers().physical(statement.lines(), kind -> Chart.embodied(bill.job(), kind)));
        UseTransfers.add(
                physical, Chart.cited(made.slug()), Chart.WORLD_CITE, new Amount(made.quantity(), Commodity.CIT));
        Steps steps = new Steps(bill, made.at(), issuer);
        steps.fact("physical", " completed: physical ledger", physical);
        steps.add("costs", " costs at cost price", made.transfers().costs(statement.lines(), Chart::expense));
        steps.add("invoice", " invoice to " + bill.requester(), invoice(bill));
        steps.add("credits", " reciprocity offset", credits(bill));
        return steps.entries;
    }

    /** The payment, then the distribution of the fee that was in it; only those that move something. */
    public static List<JournalEntry> paying(Bill bill, PartyId association, Instant at, String issuer) {
        Steps steps = new Steps(bill, at, issuer);
        List<Transfer> payment = new ArrayList<>();
        UseTransfers.add(
                payment,
                Chart.BANK,
                Chart.receivable(bill.requester()),
                bill.statement().total());
        steps.add("payment", " payment", payment);
        List<Transfer> distribution = new ArrayList<>();
        for (Share share : bill.statement().shares()) {
            AccountId owed = share.party().equals(association) ? Chart.ASSOCIATION : Chart.contributor(share.party());
            UseTransfers.add(distribution, Chart.FEE_CLEARING, owed, share.amount());
        }
        steps.add("distribution", " distribution of the commons fee", distribution);
        return steps.entries;
    }

    private static List<Transfer> invoice(Bill bill) {
        Statement statement = bill.statement();
        AccountId receivable = Chart.receivable(bill.requester());
        List<Transfer> transfers = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            UseTransfers.add(transfers, receivable, Chart.income(kind), sum(statement, kind));
        }
        UseTransfers.add(transfers, receivable, Chart.FEE_CLEARING, statement.feeCash());
        Amount rounding = statement.total().minus(statement.base()).minus(statement.feeCash());
        UseTransfers.add(transfers, receivable, Chart.ROUNDING, rounding);
        UseTransfers.add(transfers, Chart.ROUNDING, receivable, rounding.negated());
        return transfers;
    }

    private static List<Transfer> credits(Bill bill) {
        List<Transfer> transfers = new ArrayList<>();
        UseTransfers.add(
                transfers,
                Chart.CREDITS_REDEEMED,
                Chart.credits(bill.requester()),
                bill.statement().creditsRedeemed());
        return transfers;
    }

    private static Amount sum(Statement statement, Kind kind) {
        return statement.lines().stream()
                .filter(line -> line.what() == kind)
                .map(Statement.Line::amount)
                .reduce(Amount.microEuro(0), Amount::plus);
    }

    /** Collects the entries of one order. */
    private record Steps(Bill bill, Instant at, String issuer, List<JournalEntry> entries) {
        Steps(Bill bill, Instant at, String issuer) {
            this(bill, at, issuer, new ArrayList<>());
        }

        void add(String step, String reason, List<Transfer> transfers) {
            add(step, reason, transfers, bill.references());
        }

        void fact(String step, String reason, List<Transfer> transfers) {
            Map<String, String> references = bill.references();
            references.put(JournalEntry.FACT, "true");
            add(step, reason, transfers, references);
        }

        private void add(String step, String reason, List<Transfer> transfers, Map<String, String> references) {
            if (!transfers.isEmpty()) {
                entries.add(
                        new JournalEntry(bill.entryId(issuer, step), at, bill.job() + reason, transfers, references));
            }
        }
    }
}
