package org.cosmofab.bridge.time;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workshop's clock: real time, or a time that all processes of one simulation share and that runs faster or slower.
 *
 * <p>Workshop time = origin + (wall now - wall origin) x speed.
 */
public final class ScaledClock extends Clock {
    public static final String WALL_ORIGIN = "COSMOFAB_CLOCK_WALL_ORIGIN";
    public static final String ORIGIN = "COSMOFAB_CLOCK_ORIGIN";
    public static final String SPEED = "COSMOFAB_CLOCK_SPEED";

    private final Clock wall;
    private final Instant wallOrigin;
    private final Instant origin;
    private final double speed;

    private ScaledClock(Clock wall, Instant wallOrigin, Instant origin, double speed) {
        this.wall = wall;
        this.wallOrigin = wallOrigin;
        this.origin = origin;
        this.speed = speed;
    }

    /**
     * A clock that shows the origin when the wall shows the wall origin.
     *
     * @param speed workshop seconds in one real second, more than 0 and at most 1 000 000
     */
    public static ScaledClock of(Clock wall, Instant wallOrigin, Instant origin, double speed) {
        if (!(speed > 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException(
                    "the clock's speed is " + speed + "; it must be more than 0 and at most 1000000");
        }
        return new ScaledClock(wall, wallOrigin, origin, speed);
    }

    /** The system's UTC clock. */
    public static ScaledClock real() {
        return of(Clock.systemUTC(), Instant.EPOCH, Instant.EPOCH, 1);
    }

    /** A clock that starts now and runs at the given speed. */
    public static ScaledClock startingNow(double speed) {
        Clock wall = Clock.systemUTC();
        Instant now = wall.instant();
        return of(wall, now, now, speed);
    }

    /**
     * The clock that this process was started with; the system's when nothing is said.
     *
     * @throws IllegalArgumentException if only some of the three variables are set, or one cannot be read
     */
    public static ScaledClock fromEnvironment(Map<String, String> environment) {
        @Nullable String wallOrigin = environment.get(WALL_ORIGIN);
        @Nullable String origin = environment.get(ORIGIN);
        @Nullable String speed = environment.get(SPEED);
        if (wallOrigin == null && origin == null && speed == null) {
            return real();
        }
        if (wallOrigin == null || origin == null || speed == null) {
            throw new IllegalArgumentException(
                    "set " + WALL_ORIGIN + ", " + ORIGIN + " and " + SPEED + " together, or none of them");
        }
        return of(Clock.systemUTC(), instant(WALL_ORIGIN, wallOrigin), instant(ORIGIN, origin), speed(speed));
    }

    /** The variables that give another process this same clock. */
    public Map<String, String> toEnvironment() {
        return Map.of(
                WALL_ORIGIN,
                wallOrigin.toString(),
                ORIGIN,
                origin.toString(),
                SPEED,
                BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString());
    }

    /** Workshop seconds in one real second. */
    public double speed() {
        return speed;
    }

    /** How long a span of workshop time takes in real time. */
    public Duration real(Duration workshop) {
        return Duration.ofNanos(Math.round(workshop.toNanos() / speed));
    }

    @Override
    public Instant instant() {
        Instant now = wall.instant();
        if (speed == 1 && wallOrigin.equals(origin)) {
            return now;
        }
        return origin.plusNanos(Math.round(Duration.between(wallOrigin, now).toNanos() * speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Workshop time is told in UTC only. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " is '" + text + "'; it must be an instant such as 2026-01-01T00:00:00Z", e);
        }
    }

    private static double speed(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SPEED + " is '" + text + "'; it must be a number such as 600", e);
        }
    }
}
