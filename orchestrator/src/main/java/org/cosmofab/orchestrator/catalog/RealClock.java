package org.cosmofab.orchestrator.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Real time as a clock, for time limits: workshop time may run hundreds of times faster. */
final class RealClock extends Clock {
    private final RealTime time;

    RealClock(RealTime time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return time.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
