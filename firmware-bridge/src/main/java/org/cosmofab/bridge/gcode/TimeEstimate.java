package org.cosmofab.bridge.gcode;

import java.time.Duration;

/** Adds up how long moves and rests take; plans in batches, with at least the firmware's look-ahead in view. */
final class TimeEstimate implements Effects {
    private static final int BATCH_IN_LOOK_AHEADS = 8;
    private static final double NANOSECONDS = 1e9;
    private static final double SECONDS_MAX = 1e9;

    private final MotionPlanner planner;
    private final int lookAhead;
    private double seconds;

    TimeEstimate(KinematicLimits limits) {
        planner = new MotionPlanner(limits);
        lookAhead = limits.lookAhead();
    }

    /** Time of everything so far, at rest at its end; capped at some thirty years. */
    Duration total() {
        takeUntil(0);
        return Duration.ofNanos((long) (Math.min(SECONDS_MAX, seconds) * NANOSECONDS));
    }

    private void takeUntil(int left) {
        while (planner.pending() > left) {
            seconds += planner.takeSeconds();
        }
    }

    @Override
    public void moved(Move move) {
        planner.moved(move);
        if (planner.pending() >= lookAhead * BATCH_IN_LOOK_AHEADS) {
            takeUntil(lookAhead);
        }
    }

    @Override
    public void dwelt(double waited) {
        planner.dwelt(waited);
    }

    @Override
    public void rested() {
        planner.rested();
    }

    @Override
    public void accelerationsChanged(double working, double travelling, double retracting) {
        planner.accelerationsChanged(working, travelling, retracting);
    }
}
