package org.cosmofab.bridge.gcode;

/**
 * Accelerations along the way in mm/s2, by what a move is for; each axis may limit them further.
 *
 * @param working of moves that push filament on their way, or cut
 * @param travelling of moves that push no filament
 * @param retracting of moves of filament alone
 */
public record Accelerations(double working, double travelling, double retracting) {
    public Accelerations {
        if (!(working > 0) || !(travelling > 0) || !(retracting > 0)) {
            throw new IllegalArgumentException("accelerations " + working + ", " + travelling + ", " + retracting
                    + " mm/s2: give positive numbers");
        }
    }

    /** Accelerations that only the axes limit, as in Grbl. */
    public static Accelerations ofAxesOnly() {
        return new Accelerations(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** These with others put in; what is not a positive number stays as it was. */
    Accelerations changed(double otherWorking, double otherTravelling, double otherRetracting) {
        return new Accelerations(
                otherWorking > 0 ? otherWorking : working,
                otherTravelling > 0 ? otherTravelling : travelling,
                otherRetracting > 0 ? otherRetracting : retracting);
    }
}
