package org.cosmofab.orchestrator.orders;

import org.cosmofab.orchestrator.kernel.OrderId;

/** Something about an order is other than before; a hint to look, not a record; fired inside the transaction that records it. */
public record OrderChanged(OrderId order) {}
