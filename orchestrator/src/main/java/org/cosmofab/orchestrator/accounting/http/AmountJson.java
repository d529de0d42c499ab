package org.cosmofab.orchestrator.accounting.http;

import org.cosmofab.orchestrator.kernel.Amount;

/**
 * An amount as the API tells it.
 *
 * @param minorUnits in the commodity's smallest unit
 * @param shown with all decimals, for people
 */
record AmountJson(long minorUnits, String commodity, String shown) {

    static AmountJson of(Amount amount) {
        return new AmountJson(
                amount.minorUnits(),
                amount.commodity().name(),
                amount.toDecimal().toPlainString());
    }
}
