package org.cosmofab.bridge.gcode;

import java.time.Duration;

/** How long moves and rests take, planned with the firmware's own look-ahead. */
final class TimeEstimate implements Effects {
    private static final double NANOSECONDS = 1e9;
    private static final double SECONDS_MAX = 1e9;

    private final MotionPlanner planner;

    TimeEstimate(KinematicLimits limits) {
        planner = MotionPlanner.runningByItself(limits);
    }

    /** Time of everything so far, at rest at its end; capped at some thirty years. */
    Duration total() {
        return Duration.ofNanos((long) (Math.min(SECONDS_MAX, planner.totalSeconds()) * NANOSECONDS));
    }

    @Override
    public void moved(Move move) {
        planner.moved(move);
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
