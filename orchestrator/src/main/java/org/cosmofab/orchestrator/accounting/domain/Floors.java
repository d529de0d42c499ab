package org.cosmofab.orchestrator.accounting.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/**
 * Accounts that never go below zero: stock, machine capacity and a party's reciprocity credits.
 *
 * <p>A fact may take stock below zero: 260 g used of a lot of 250 g happened, and the difference is seen in the balance.
 */
public final class Floors {

    /** What an entry takes from an account that has a floor; the amount is more than zero. */
    public record Draw(AccountId account, Amount amount) {}

    private Floors() {}

    /** What the entry takes on the whole from each account whose floor it must respect. */
    public static List<Draw> draws(JournalEntry entry) {
        List<Draw> draws = new ArrayList<>();
        changes(entry.transfers())
                .forEach((account, byCommodity) -> byCommodity.forEach((commodity, change) -> {
                    if (change.minorUnits() < 0 && hasFloor(account, entry.isFact())) {
                        draws.add(new Draw(account, change.negated()));
                    }
                }));
        return draws;
    }

    /** What the transfers change on each account. */
    public static Map<AccountId, Map<Commodity, Amount>> changes(List<Transfer> transfers) {
        Map<AccountId, Map<Commodity, Amount>> changes = new LinkedHashMap<>();
        for (Transfer transfer : transfers) {
            add(changes, transfer.debit(), transfer.amount());
            add(changes, transfer.credit(), transfer.amount().negated());
        }
        return changes;
    }

    private static void add(Map<AccountId, Map<Commodity, Amount>> changes, AccountId account, Amount amount) {
        changes.computeIfAbsent(account, a -> new LinkedHashMap<>()).merge(amount.commodity(), amount, Amount::plus);
    }

    private static boolean hasFloor(AccountId account, boolean fact) {
        String name = account.value();
        boolean stock = name.startsWith("stock:");
        boolean credits = name.startsWith("rc:") && !name.equals("rc:issued");
        return stock && !fact || credits || name.startsWith("cap:");
    }
}
