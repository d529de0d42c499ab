package org.cosmofab.orchestrator.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Workshop time: real time from an origin on, run at a speed. A simulated workshop's firmware, agents and orchestrator
 * share origin and speed, so that all tell the same time; a real one runs at speed 1.
 */
public final class ScaledClock extends Clock {
    private final Clock wall;
    private final Instant wallOrigin;
    private final Instant origin;
    private final double speed;
    private final ZoneId zone;

    /**
     * @param wallOrigin real time at which workshop time is {@code origin}
     * @param speed workshop seconds in a real second, more than 0
     */
    public ScaledClock(Clock wall, Instant wallOrigin, Instant origin, double speed) {
        this(wall, wallOrigin, origin, speed, ZoneOffset.UTC);
    }

    private ScaledClock(Clock wall, Instant wallOrigin, Instant origin, double speed, ZoneId zone) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be more than 0, not " + speed);
        }
        this.wall = wall;
        this.wallOrigin = wallOrigin;
        this.origin = origin;
        this.speed = speed;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(wallOrigin, wall.instant());
        double nanos = (passed.getSeconds() * 1e9 + passed.getNano()) * speed;
        return origin.plusNanos(Math.round(nanos));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ScaledClock(wall, wallOrigin, origin, speed, other);
    }
}
