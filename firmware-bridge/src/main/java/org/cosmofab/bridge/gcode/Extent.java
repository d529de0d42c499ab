package org.cosmofab.bridge.gcode;

import java.util.Optional;

/** Grows to hold all points it is shown; not thread-safe. */
final class Extent {
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double minZ = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private double maxZ = Double.NEGATIVE_INFINITY;

    void include(Point point) {
        includeX(point.x());
        includeY(point.y());
        minZ = Math.min(minZ, point.z());
        maxZ = Math.max(maxZ, point.z());
    }

    void includeX(double x) {
        minX = Math.min(minX, x);
        maxX = Math.max(maxX, x);
    }

    void includeY(double y) {
        minY = Math.min(minY, y);
        maxY = Math.max(maxY, y);
    }

    /** What holds all points shown; empty if there were none. */
    Optional<Bounds> bounds() {
        return minX > maxX
                ? Optional.empty()
                : Optional.of(new Bounds(new Point(minX, minY, minZ), new Point(maxX, maxY, maxZ)));
    }
}
