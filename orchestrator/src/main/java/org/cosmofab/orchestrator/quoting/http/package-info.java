/**
 * Quotes over HTTP: ask, look, accept.
 */
@NullMarked
package org.cosmofab.orchestrator.quoting.http;

import org.jspecify.annotations.NullMarked;
