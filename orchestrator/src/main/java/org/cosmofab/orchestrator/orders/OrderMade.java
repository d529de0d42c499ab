package org.cosmofab.orchestrator.orders;

import org.cosmofab.orchestrator.kernel.OrderId;

/** All operations of an order are done; fired inside the transaction that records it. */
public record OrderMade(OrderId order) {}
