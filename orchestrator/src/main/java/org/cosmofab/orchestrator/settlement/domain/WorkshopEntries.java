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

/** Entries of the workshop itself: lots that came in, attempts that did not end well, credits, payouts. */
public final class WorkshopEntries {

    private WorkshopEntries() {}

    /** A lot that came in, in milligrams and in euro; empty if it is empty. */
    public static Optional<JournalEntry> lot(Lot lot, Instant at) {
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
        UUID id = Names.entryId("lot", lot.id().value());
        return entry(
                id,
                at,
                "lot " + lot.id() + " received",
                transfers,
                Map.of("lot", lot.id().value()));
    }

    /**
     * What an attempt used without making anything: borne by the workshop, without citation, fee or invoice.
     *
     * @param used of this attempt only
     */
    public record Scrap(
            AttemptId attempt,
            OrderId order,
            PartyId worker,
            Quantities used,
            List<Line> costs,
            String tariffVersion,
            Map<String, Long> capacityHeld) {

        public Scrap {
            costs = List.copyOf(costs);
            capacityHeld = Map.copyOf(capacityHeld);
        }
    }

    /** A scrapped attempt; empty if it used nothing. */
    public static Optional<JournalEntry> scrap(Scrap scrap, Instant at) {
        UseTransfers use = new UseTransfers(scrap.worker(), scrap.capacityHeld(), Made.materials(scrap.used()));
        List<Transfer> transfers = new ArrayList<>(use.physical(scrap.costs(), Chart::scrapped));
        transfers.addAll(use.costs(scrap.costs(), kind -> Chart.SCRAP));
        Map<String, String> references = Map.of(
                "attempt",
                scrap.attempt().toString(),
                "order",
                scrap.order().toString(),
                "tariff",
                scrap.tariffVersion(),
                JournalEntry.FACT,
                "true");
        UUID id = Names.entryId("attempt", scrap.attempt().toString());
        return entry(id, at, "attempt without result, borne by the workshop", transfers, references);
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
