/**
 * Programs over HTTP, for agents.
 */
@NullMarked
package org.cosmofab.orchestrator.preparation.http;

import org.jspecify.annotations.NullMarked;
