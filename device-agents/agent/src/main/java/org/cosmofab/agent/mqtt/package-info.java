/**
 * The link to the orchestrator over MQTT 5, and the only place that knows the client library.
 *
 * <p>Each connection gets a client of its own; a lost one is made again with growing pauses. The session at the broker
 * outlives connections, so commands wait. Nothing is kept on this side: what must arrive is the outbox's affair.
 */
@NullMarked
package org.cosmofab.agent.mqtt;

import org.jspecify.annotations.NullMarked;
