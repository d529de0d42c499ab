/**
 * The books: accounts, entries, balances, chain. Knows no orders.
 */
@NullMarked
package org.cosmofab.orchestrator.accounting;

import org.jspecify.annotations.NullMarked;
