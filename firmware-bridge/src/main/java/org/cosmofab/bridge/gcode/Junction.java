package org.cosmofab.bridge.gcode;

/** The rule by which a firmware decides how fast to pass from one move to the next. */
public sealed interface Junction {

    /**
     * Each axis may change its speed at once by so much.
     *
     * <p>Source: Marlin 2.1.2 with CLASSIC_JERK; M205 X Y Z E.
     *
     * @param mmPerSecond per axis
     */
    record ClassicJerk(AxisLimits mmPerSecond) implements Junction {}

    /**
     * The corner is passed as fast as a small arc that leaves it by so much could be.
     *
     * <p>Source: Grbl 1.1, $11.
     *
     * @param mm positive
     */
    record Deviation(double mm) implements Junction {
        public Deviation {
            if (!(mm > 0) || !Double.isFinite(mm)) {
                throw new IllegalArgumentException("junction deviation " + mm + " mm: give a positive number");
            }
        }
    }
}
