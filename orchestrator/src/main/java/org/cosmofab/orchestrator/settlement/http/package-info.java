/**
 * Statements and payments of orders, and payouts, over HTTP.
 */
@NullMarked
package org.cosmofab.orchestrator.settlement.http;

import org.jspecify.annotations.NullMarked;
