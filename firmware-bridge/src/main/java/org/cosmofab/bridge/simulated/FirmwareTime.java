package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.time.Instant;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;

/** Workshop time as a firmware counts it, in nanoseconds since it was made, and real time for its chatter. */
final class FirmwareTime {
    /** What is due within so little real time is due now: no host can tell, and no thread wakes more exactly. */
    private static final long CLOSE_ENOUGH_REAL = Duration.ofMillis(1).toNanos();

    private final ScaledClock clock;
    private final Ticker ticker;
    private final Instant origin;
    private final long closeEnough;

    FirmwareTime(ScaledClock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.origin = clock.instant();
        this.closeEnough = Math.round(CLOSE_ENOUGH_REAL * clock.speed());
    }

    long now() {
        return Duration.between(origin, clock.instant()).toNanos();
    }

    boolean isDue(long workshopNanos) {
        return workshopNanos <= now() + closeEnough;
    }

    /** Real nanoseconds until a moment of workshop time; 0 if it is past. */
    long realUntil(long workshopNanos) {
        return Math.max(0, Math.round((workshopNanos - now()) / clock.speed()));
    }

    long realNow() {
        return ticker.nanos();
    }
}
