package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.settlement.Quantities;
import org.cosmofab.orchestrator.settlement.Statement.Line;

/** Entries of the workshop itself: lots that came in, attempts that nobody is billed for, credits, payouts. */
public final class WorkshopEntries {

    private WorkshopEntries() {}

    /** A lot that came in, in milligrams and in euro; empty if it is empty. */
    public static Optional<JournalEntry> lot(Lot lot, Instant at, String issuer) {
        String material = lot.material().value();
        Amount value = Amount.microEuro(
                Rounding.halfUp(Math.max(0, lot.milligrams()), lot.pricePerKg().minorUnits(), 1_000_000));
        List<Transfer> transfers = new ArrayList<>();
        UseTransfers.add(
                transfers,
                Chart.stock(lot.id().value()),
                Chart.world(material),
                new Amount(lot.milligrams(), Commodity.MG));
        UseTransfers.add(transfers, Chart.stockValue(material), Chart.OPENING, value);
        UUID id = Names.entryId(issuer, "lot", lot.id().value());
        return entry(
                id,
                at,
                "lot " + lot.id() + " received",
                transfers,
                Map.of("lot", lot.id().value()));
    }

    /** Why what an attempt used is on no bill. */
    public enum Why {
        WITHOUT_RESULT("attempt without result, borne by the workshop"),
        MEASURED_LATE("measured after its order was settled, borne by the workshop");

        private final String reason;

        Why(String reason) {
            this.reason = reason;
        }
    }

    /**
     * What an attempt used that nobody is billed for: borne by the workshop, without citation, fee or invoice.
     *
     * @param used of this attempt only
     */
    public record Borne(
            Why why,
            AttemptId attempt,
            OrderId order,
            PartyId worker,
            Quantities used,
            List<Line> costs,
            String tariffVersion,
            Map<String, Long> capacityHeld) {

        public Borne {
            costs = List.copyOf(costs);
            capacityHeld = Map.copyOf(capacityHeld);
        }
    }

    /** An attempt that the workshop bears; empty if it used nothing. */
    public static Optional<JournalEntry> borne(Borne attempt, Instant at, String issuer) {
        UseTransfers use = new UseTransfers(attempt.worker(), attempt.capacityHeld(), Made.materials(attempt.used()));
        List<Transfer> transfers = new ArrayList<>(use.physical(attempt.costs(), Chart::scrapped));
        transfers.addAll(use.costs(attempt.costs(), kind -> Chart.SCRAP));
        Map<String, String> references = Map.of(
                "attempt",
                attempt.attempt().toString(),
                "order",
                attempt.order().toString(),
                "tariff",
                attempt.tariffVersion(),
                JournalEntry.FACT,
                "true");
        UUID id = Names.entryId(issuer, "attempt", attempt.attempt().toString());
        return entry(id, at, attempt.why().reason, transfers, references);
    }

    /**
     * Reciprocity credits for an accepted contribution.
     *
     * @param credits more than zero
     */
    public static JournalEntry credits(UUID id, PartyId party, Amount credits, String why, Instant at) {
        Transfer transfer = new Transfer(Chart.credits(party), Chart.CREDITS_ISSUED, credits);
        return new JournalEntry(id, at, "reciprocity credits: " + why, List.of(transfer), Map.of());
    }

    /** Money that goes to those it is owed to; empty if nobody is owed a cent. */
    public static Optional<JournalEntry> payout(UUID id, Map<AccountId, Amount> payouts, Instant at) {
        List<Transfer> transfers = new ArrayList<>();
        payouts.forEach((account, amount) -> UseTransfers.add(transfers, account, Chart.BANK, amount));
        return entry(id, at, "payout of what is owed, in whole cents", transfers, Map.of());
    }

    private static Optional<JournalEntry> entry(
            UUID id, Instant at, String reason, List<Transfer> transfers, Map<String, String> references) {
        return transfers.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalEntry(id, at, reason, transfers, references));
    }
}
