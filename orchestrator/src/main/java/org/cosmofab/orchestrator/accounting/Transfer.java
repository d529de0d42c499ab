package org.cosmofab.orchestrator.accounting;

import org.cosmofab.orchestrator.kernel.Amount;

/**
 * An amount that leaves one account for another; what is debited grows, what is credited shrinks.
 *
 * @param amount more than zero
 */
public record Transfer(AccountId debit, AccountId credit, Amount amount) {

    /**
     * @throws IllegalArgumentException if the amount is not positive or both accounts are the same
     */
    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves more than zero, not " + amount);
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("a transfer has two accounts, not twice " + debit);
        }
    }
}
