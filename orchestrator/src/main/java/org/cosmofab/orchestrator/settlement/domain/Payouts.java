package org.cosmofab.orchestrator.settlement.domain;

import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.kernel.Amount;

/** What is paid out of what is owed: whole cents, never more; the rest stays owed. */
public final class Payouts {

    private Payouts() {}

    /**
     * @param owed to each account, not negative
     * @return accounts that get at least a cent, in the order of their names
     */
    public static Map<AccountId, Amount> wholeCents(Map<AccountId, Amount> owed) {
        Map<AccountId, Amount> payouts = new TreeMap<>();
        owed.forEach((account, amount) -> {
            long cents = amount.minorUnits() / Rounding.MICRO_EURO_PER_CENT;
            if (cents > 0) {
                payouts.put(account, Amount.microEuro(cents * Rounding.MICRO_EURO_PER_CENT));
            }
        });
        return payouts;
    }
}
