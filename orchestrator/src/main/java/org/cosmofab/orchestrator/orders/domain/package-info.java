/**
 * The rules of orders: which stage may follow which, of an order and of its operations, and what the one does to the other.
 * An order is made when its last operation is done. Knows neither money nor machines.
 */
@NullMarked
package org.cosmofab.orchestrator.orders.domain;

import org.jspecify.annotations.NullMarked;
