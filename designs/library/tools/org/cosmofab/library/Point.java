package org.cosmofab.library;

/** A point or a direction in space. */
record Point(double x, double y, double z) {

    Point plus(Point other) {
        return new Point(x + other.x, y + other.y, z + other.z);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y, z - other.z);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor, z * factor);
    }

    double dot(Point other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Point cross(Point other) {
        return new Point(
                y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    Point unit() {
        double length = Math.sqrt(dot(this));
        return length == 0 ? this : times(1 / length);
    }

    Point low(Point other) {
        return new Point(Math.min(x, other.x), Math.min(y, other.y), Math.min(z, other.z));
    }

    Point high(Point other) {
        return new Point(Math.max(x, other.x), Math.max(y, other.y), Math.max(z, other.z));
    }
}
