package org.cosmofab.bridge.simulated;

/**
 * Something that warms at an even rate and cools towards the room. Not thread-safe.
 *
 * <p>A model of time, not of physics: it is as slow as real heaters are, and exact at any moment without being stepped.
 */
final class Heater {
    static final double ROOM = 21;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double degreesPerSecond;
    private final double coolingSeconds;
    private double target;
    private double setAt = ROOM;
    private long setNanos;

    /**
     * A heater at room temperature.
     *
     * @param degreesPerSecond how fast it warms
     * @param coolingSeconds until what it is above the room has fallen to a third
     */
    Heater(double degreesPerSecond, double coolingSeconds) {
        this.degreesPerSecond = degreesPerSecond;
        this.coolingSeconds = coolingSeconds;
    }

    /** Sets a target in degrees Celsius, 0 for off. */
    void set(double degrees, long now) {
        setAt = actual(now);
        setNanos = now;
        target = degrees;
    }

    double target() {
        return target;
    }

    boolean isOn() {
        return target > 0;
    }

    double actual(long now) {
        double seconds = Math.max(0, now - setNanos) / NANOS_PER_SECOND;
        double goal = Math.max(ROOM, target);
        if (setAt < goal) {
            return Math.min(goal, setAt + degreesPerSecond * seconds);
        }
        return Math.max(goal, ROOM + (setAt - ROOM) * Math.exp(-seconds / coolingSeconds));
    }

    /** Time until it is as warm as it should be; 0 if it is, or only has to cool. */
    double secondsToTarget(long now) {
        return Math.max(0, (target - actual(now)) / degreesPerSecond);
    }
}
