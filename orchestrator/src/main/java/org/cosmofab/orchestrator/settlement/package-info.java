/**
 * What a finished order owes, to whom and by which rule: tariffs, licence rules, shares.
 *
 * <p>A made order is priced by the tariff and the policy of its quote, on what its attempts really used; what was not measured is said so
 * and not billed. The licence rule says what the requester's use owes; reciprocity credits are set off; the books are written in one transaction with the
 * order's state. When the requester pays, the fee is distributed by recorded work and lineage.
 *
 * <p>Capacity is published as it is used: what an order needs beyond the capacity account is opened from {@code world:capacity} in
 * the same transaction. Value added tax is not treated here. An attempt that did not end well is borne by the
 * workshop, and so is what was measured only after its order was settled.
 */
@NullMarked
package org.cosmofab.orchestrator.settlement;

import org.jspecify.annotations.NullMarked;
