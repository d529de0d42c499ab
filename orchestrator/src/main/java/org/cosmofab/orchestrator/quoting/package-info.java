/**
 * Price and promise before an order.
 */
@NullMarked
package org.cosmofab.orchestrator.quoting;

import org.jspecify.annotations.NullMarked;
