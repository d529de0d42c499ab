package org.cosmofab.orchestrator.kernel;

import java.time.Instant;

/**
 * Real time, for heartbeats, time-outs and expiry. What happens in the workshop is told in workshop time, by
 * {@link java.time.Clock}.
 */
@FunctionalInterface
public interface RealTime {

    Instant now();
}
