package org.cosmofab.agent.domain;

import java.time.Duration;

/**
 * What a machine without a meter draws.
 *
 * @param idleWatts while it is on and waits
 * @param runningWatts while it works, on average
 */
public record PowerProfile(double idleWatts, double runningWatts) {
    private static final double SECONDS_PER_HOUR = 3600;

    public PowerProfile {
        if (!(idleWatts >= 0 && runningWatts >= 0 && Double.isFinite(idleWatts) && Double.isFinite(runningWatts))) {
            throw new IllegalArgumentException(
                    "watts must be 0 or more, not " + idleWatts + " idle and " + runningWatts + " running");
        }
    }

    /**
     * Energy of an attempt: its machine time at running power, and what passed beside it (holding, waiting) at idle.
     *
     * @param passed workshop time from start to end
     * @return watt-hours, never negative
     */
    public double wattHours(Duration machineTime, Duration passed) {
        double working = seconds(machineTime);
        double waiting = Math.max(0, seconds(passed) - working);
        return (runningWatts * working + idleWatts * waiting) / SECONDS_PER_HOUR;
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toNanos() / 1e9);
    }
}
