/**
 * Values that every room shares: amounts, commodities, ids, time, and where ids come from.
 */
@NullMarked
package org.cosmofab.orchestrator.kernel;

import org.jspecify.annotations.NullMarked;
