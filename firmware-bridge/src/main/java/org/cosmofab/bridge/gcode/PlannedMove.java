package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.Nullable;

/**
 * A move, a chord of an arc, or a rest, with its final speeds.
 *
 * @param move the move that it is of; null for a rest
 * @param fromFraction part of the move that lies before it, from 0 to 1
 * @param toFraction part of the move that is done after it; 1 when it completes the move
 * @param speeds along the way; of no length for a rest
 * @param restSeconds time spent standing still
 */
public record PlannedMove(
        @Nullable Move move, double fromFraction, double toFraction, SpeedProfile speeds, double restSeconds) {

    /** Time it takes. */
    public double seconds() {
        return restSeconds + speeds.seconds();
    }

    /** Part of the whole move that is done after a time from the start of this, from 0 to 1. */
    public double fractionAfter(double seconds) {
        if (speeds.length() <= 0 || seconds >= seconds()) {
            return toFraction;
        }
        return fromFraction + (toFraction - fromFraction) * speeds.distanceAfter(seconds) / speeds.length();
    }
}
