package org.cosmofab.orchestrator.settlement.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement.Kind;
import org.cosmofab.orchestrator.settlement.Statement.Line;

/**
 * Transfers of what was used, in quantities and in euro.
 *
 * @param worker whose labour it was
 * @param capacityHeld machine-seconds on the capacity accounts, by machine
 * @param materials kinds of material, by lot
 */
record UseTransfers(PartyId worker, Map<String, Long> capacityHeld, Map<String, String> materials) {

    UseTransfers {
        capacityHeld = Map.copyOf(capacityHeld);
        materials = Map.copyOf(materials);
    }

    /** Each quantity from where it was to the account of its kind; capacity that was not published before is published. */
    List<Transfer> physical(List<Line> lines, Function<Kind, AccountId> into) {
        List<Transfer> transfers = new ArrayList<>();
        for (Line line : lines) {
            if (line.what() == Kind.MACHINE) {
                long missing = line.quantity().minorUnits() - capacityHeld.getOrDefault(line.about(), 0L);
                add(transfers, Chart.capacity(line.about()), Chart.WORLD_CAPACITY, new Amount(missing, Commodity.MS));
            }
            add(transfers, into.apply(line.what()), source(line), line.quantity());
        }
        return transfers;
    }

    /** Each cost from who bears or gave it to the account of its kind. */
    List<Transfer> costs(List<Line> lines, Function<Kind, AccountId> into) {
        List<Transfer> transfers = new ArrayList<>();
        lines.forEach(line -> add(transfers, into.apply(line.what()), giver(line), line.amount()));
        return transfers;
    }

    /** Leaves out what is not more than zero: nothing moved. */
    static void add(List<Transfer> transfers, AccountId debit, AccountId credit, Amount amount) {
        if (amount.isPositive()) {
            transfers.add(new Transfer(debit, credit, amount));
        }
    }

    private AccountId source(Line line) {
        return switch (line.what()) {
            case MACHINE -> Chart.capacity(line.about());
            case MATERIAL -> Chart.stock(line.about());
            case ENERGY -> Chart.WORLD_GRID;
            case LABOUR -> Chart.labour(worker);
        };
    }

    private AccountId giver(Line line) {
        return switch (line.what()) {
            case MACHINE -> Chart.reserve(line.about());
            case MATERIAL -> Chart.stockValue(materials.get(line.about()));
            case ENERGY -> Chart.UTILITY;
            case LABOUR -> Chart.operator(worker);
        };
    }
}
