/**
 * Orders in the database: a row for each order, a row for each operation, and the counter of order numbers.
 */
@NullMarked
package org.cosmofab.orchestrator.orders.store;

import org.jspecify.annotations.NullMarked;
