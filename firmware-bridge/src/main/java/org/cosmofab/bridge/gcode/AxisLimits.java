package org.cosmofab.bridge.gcode;

/**
 * One positive, finite number per axis; the unit is said where it is used.
 *
 * @param e the filament's axis; any number where there is none
 */
public record AxisLimits(double x, double y, double z, double e) {
    public AxisLimits {
        requirePositive("X", x);
        requirePositive("Y", y);
        requirePositive("Z", z);
        requirePositive("E", e);
    }

    private static void requirePositive(String axis, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(axis + " limit " + value + ": give a positive number");
        }
    }
}
