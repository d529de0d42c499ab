package org.cosmofab.bridge.gcode;

/**
 * An upright box in work co-ordinates, in millimetres, its faces included.
 *
 * @param min the corner with the smallest co-ordinates
 * @param max the corner with the largest, in no axis below the other
 */
public record Bounds(Point min, Point max) {
    public Bounds {
        requireSpan("X", min.x(), max.x());
        requireSpan("Y", min.y(), max.y());
        requireSpan("Z", min.z(), max.z());
    }

    private static void requireSpan(String axis, double min, double max) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
            throw new IllegalArgumentException(
                    axis + " from " + min + " to " + max + " mm: give two finite numbers, " + "the smaller first");
        }
    }

    /** Whether a point lies inside or on a face. */
    public boolean contains(Point point) {
        return point.x() >= min.x()
                && point.x() <= max.x()
                && point.y() >= min.y()
                && point.y() <= max.y()
                && point.z() >= min.z()
                && point.z() <= max.z();
    }

    /** Size along X in millimetres. */
    public double width() {
        return max.x() - min.x();
    }

    /** Size along Y in millimetres. */
    public double depth() {
        return max.y() - min.y();
    }

    /** Size along Z in millimetres. */
    public double height() {
        return max.z() - min.z();
    }
}
