package org.cosmofab.orchestrator.orders;

import org.cosmofab.orchestrator.kernel.OrderId;

/** An order was given up; fired inside the transaction that records it. */
public record OrderCancelled(OrderId order) {}
