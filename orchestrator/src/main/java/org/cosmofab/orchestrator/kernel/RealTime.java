package org.cosmofab.orchestrator.kernel;

import java.time.Instant;

/**
 * Time as the world outside of the workshop counts it: for expiry, time-outs and heartbeats. Everything else tells
 * workshop time, by {@link java.time.Clock}.
 */
@FunctionalInterface
public interface RealTime {

    Instant now();
}
