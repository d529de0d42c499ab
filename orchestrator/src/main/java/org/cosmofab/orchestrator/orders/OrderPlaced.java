package org.cosmofab.orchestrator.orders;

import org.cosmofab.orchestrator.kernel.OrderId;

/** An order was placed; fired inside the transaction that records it. */
public record OrderPlaced(OrderId order) {}
