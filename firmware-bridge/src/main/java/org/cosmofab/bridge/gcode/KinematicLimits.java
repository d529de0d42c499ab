package org.cosmofab.bridge.gcode;

/**
 * How fast a machine may move, as its firmware is configured.
 *
 * @param speedMax per axis in mm/s
 * @param accelerationMax per axis in mm/s2
 * @param accelerations at the start of a program
 * @param lookAhead moves that the firmware holds and plans together, from 2 to 1000
 */
public record KinematicLimits(
        AxisLimits speedMax,
        AxisLimits accelerationMax,
        Accelerations accelerations,
        Junction junction,
        int lookAhead,
        Resolution resolution) {

    private static final int LOOK_AHEAD_MAX = 1000;
    private static final double GRBL_ARC_TOLERANCE_MM = 0.002;

    /** Source: Grbl 1.1h, planner.h, BLOCK_BUFFER_SIZE 16, of which one stays empty. */
    private static final int GRBL_LOOK_AHEAD = 15;

    public KinematicLimits {
        if (lookAhead < 2 || lookAhead > LOOK_AHEAD_MAX) {
            throw new IllegalArgumentException("look-ahead " + lookAhead + ": give 2 to " + LOOK_AHEAD_MAX + " moves");
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
                Resolution.ofArcs(0.05));
    }

    /**
     * A machine run by Grbl: 15 moves ahead, junction deviation 0.01 mm, arc tolerance 0.002 mm, as Grbl has them unless
     * told otherwise.
     *
     * @param speedMax per axis in mm/s: $110 to $112 divided by 60
     * @param accelerationMax per axis in mm/s2: $120 to $122
     */
    public static KinematicLimits ofGrbl(AxisLimits speedMax, AxisLimits accelerationMax) {
        return ofGrbl(speedMax, accelerationMax, Resolution.ofArcs(GRBL_ARC_TOLERANCE_MM));
    }

    /**
     * As Grbl 1.1h is set before anybody sets it: 500 mm/min, 10 mm/s2 and 250 steps/mm on each axis.
     *
     * <p>Source: Grbl 1.1h, defaults.h, DEFAULTS_GENERIC.
     */
    public static KinematicLimits ofGrblUnset() {
        AxisLimits speeds = new AxisLimits(500 / 60.0, 500 / 60.0, 500 / 60.0, 1);
        AxisLimits steps = new AxisLimits(250, 250, 250, 1);
        return ofGrbl(speeds, new AxisLimits(10, 10, 10, 1), Resolution.ofSteps(GRBL_ARC_TOLERANCE_MM, steps));
    }

    private static KinematicLimits ofGrbl(AxisLimits speedMax, AxisLimits accelerationMax, Resolution resolution) {
        return new KinematicLimits(
                speedMax,
                accelerationMax,
                Accelerations.ofAxesOnly(),
                new Junction.Deviation(0.01),
                GRBL_LOOK_AHEAD,
                resolution);
    }
}
