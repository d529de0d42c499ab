/**
 * The schedule over HTTP, for whoever is logged in: it names operations and machines, nobody's order.
 */
@NullMarked
package org.cosmofab.orchestrator.scheduling.http;

import org.jspecify.annotations.NullMarked;
