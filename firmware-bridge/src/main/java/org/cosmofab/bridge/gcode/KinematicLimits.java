package org.cosmofab.bridge.gcode;

/**
 * How fast a machine may move, as its firmware is configured.
 *
 * @param speedMax per axis in mm/s
 * @param accelerationMax per axis in mm/s2
 * @param accelerations at the start of a program
 * @param lookAhead moves that the firmware holds and plans together, from 2 to 1000
 * @param arcToleranceMm how far a chord may leave its arc, positive
 */
public record KinematicLimits(
        AxisLimits speedMax,
        AxisLimits accelerationMax,
        Accelerations accelerations,
        Junction junction,
        int lookAhead,
        double arcToleranceMm) {

    private static final int LOOK_AHEAD_MAX = 1000;

    public KinematicLimits {
        if (lookAhead < 2 || lookAhead > LOOK_AHEAD_MAX) {
            throw new IllegalArgumentException("look-ahead " + lookAhead + ": give 2 to " + LOOK_AHEAD_MAX + " moves");
        }
        if (!(arcToleranceMm > 0) || !Double.isFinite(arcToleranceMm)) {
            throw new IllegalArgumentException("arc tolerance " + arcToleranceMm + " mm: give a positive number");
        }
    }

    /**
     * A printer with belts and a Z screw as Marlin is often configured: 16 moves ahead, classic jerk, one acceleration.
     *
     * @param acceleration of all moves in mm/s2
     */
    public static KinematicLimits ofPrinter(double acceleration) {
        return new KinematicLimits(
                new AxisLimits(200, 200, 12, 120),
                new AxisLimits(9000, 9000, 500, 10_000),
                new Accelerations(acceleration, acceleration, acceleration),
                new Junction.ClassicJerk(new AxisLimits(8, 8, 0.4, 5)),
                16,
                0.05);
    }

    /**
     * A machine run by Grbl: 15 moves ahead, junction deviation 0.01 mm, arc tolerance 0.002 mm, as Grbl has them unless
     * told otherwise.
     *
     * @param speedMax per axis in mm/s: $110 to $112 divided by 60
     * @param accelerationMax per axis in mm/s2: $120 to $122
     */
    public static KinematicLimits ofGrbl(AxisLimits speedMax, AxisLimits accelerationMax) {
        return new KinematicLimits(
                speedMax, accelerationMax, Accelerations.ofAxesOnly(), new Junction.Deviation(0.01), 15, 0.002);
    }
}
