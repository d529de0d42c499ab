/**
 * Values that every room shares: amounts, commodities, ids, and the ports to time, chance and messages.
 */
@NullMarked
package org.cosmofab.orchestrator.kernel;

import org.jspecify.annotations.NullMarked;
