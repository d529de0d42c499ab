package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.Nullable;

/**
 * How finely a firmware moves.
 *
 * @param arcToleranceMm how far a chord may leave its arc, positive
 * @param stepsPerMm per axis; if given, ends of moves and of chords are rounded to whole steps before they are planned,
 *     as Grbl does, where short chords meet at other angles than those of the arc. Null plans with the numbers given.
 */
public record Resolution(double arcToleranceMm, @Nullable AxisLimits stepsPerMm) {
    private static final int CHORDS_MAX = 20_000;

    public Resolution {
        if (!(arcToleranceMm > 0) || !Double.isFinite(arcToleranceMm)) {
            throw new IllegalArgumentException("arc tolerance " + arcToleranceMm + " mm: give a positive number");
        }
    }

    /** Chords of arcs, without steps. */
    public static Resolution ofArcs(double toleranceMm) {
        return new Resolution(toleranceMm, null);
    }

    /** Chords of arcs, and steps that the firmware's planner counts in. */
    public static Resolution ofSteps(double toleranceMm, AxisLimits stepsPerMm) {
        return new Resolution(toleranceMm, stepsPerMm);
    }

    /** The place in whole steps nearest to a place. */
    Point nearest(Point place) {
        return stepsPerMm == null
                ? place
                : new Point(
                        rounded(place.x(), stepsPerMm.x()),
                        rounded(place.y(), stepsPerMm.y()),
                        rounded(place.z(), stepsPerMm.z()));
    }

    /** Halves are rounded away from 0, as lround in C does; programs in 0.01 mm or less hit halves often. */
    private static double rounded(double place, double steps) {
        return Math.copySign(Math.floor(Math.abs(place * steps) + 0.5), place) / steps;
    }

    /** In how many chords an arc is gone, at least one and at most so many that a program cannot stall its reader. */
    int chords(Arc arc) {
        if (arc.radius() <= arcToleranceMm) {
            return 1;
        }
        double halfChord = Math.sqrt(arcToleranceMm * (2 * arc.radius() - arcToleranceMm));
        double chords = Math.abs(arc.sweep()) * arc.radius() / (2 * halfChord);
        return (int) Math.max(1, Math.min(CHORDS_MAX, chords));
    }
}
