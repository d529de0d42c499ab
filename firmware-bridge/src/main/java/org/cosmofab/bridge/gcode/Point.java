package org.cosmofab.bridge.gcode;

/** A place in work co-ordinates, in millimetres. */
public record Point(double x, double y, double z) {
    /** Where firmwares are taken to stand before a program moves them. */
    public static final Point ORIGIN = new Point(0, 0, 0);

    /** Straight distance in millimetres. */
    public double distanceTo(Point other) {
        double dx = other.x - x;
        double dy = other.y - y;
        double dz = other.z - z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    Point towards(Point other, double fraction) {
        return new Point(x + (other.x - x) * fraction, y + (other.y - y) * fraction, z + (other.z - z) * fraction);
    }
}
