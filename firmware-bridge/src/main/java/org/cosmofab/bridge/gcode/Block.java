package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.Nullable;

/** One straight stretch, or a rest, in the planner's queue; reused. Speeds in mm/s, lengths in mm. */
final class Block {
    @Nullable
    Move move;

    double fromFraction;
    double toFraction;
    double restSeconds;

    /** Direction, as axis speed by speed along the way; the filament's part may exceed 1. */
    double unitX;

    double unitY;
    double unitZ;
    double unitE;

    double length;
    double nominal;
    double acceleration;

    /** Speed from which the axes may stand still at once, and to which they may start. */
    double safe;

    double entrySquaredMax;

    /** Highest entry from which all that follows can still be slowed down for. */
    double entrySquaredBound;

    double entrySquared;

    /** How much the square of the speed can change over the length. */
    double reach() {
        return 2 * acceleration * length;
    }

    double safeSquared() {
        return safe * safe;
    }

    boolean rests() {
        return move == null;
    }
}
