package org.cosmofab.bridge.gcode;

/**
 * A turn in the XY plane.
 *
 * @param radius in millimetres, positive
 * @param startAngle of the first point seen from the centre, in radians, from -pi to pi
 * @param sweep in radians, positive counter-clockwise, never zero, at most one full turn either way
 */
public record Arc(double centreX, double centreY, double radius, double startAngle, double sweep) {

    /** Whether the turn passes the direction of an angle in radians. */
    boolean passes(double angle) {
        double fullTurn = 2 * Math.PI;
        double turned = sweep > 0 ? angle - startAngle : startAngle - angle;
        double onwards = turned - Math.floor(turned / fullTurn) * fullTurn;
        return onwards <= Math.abs(sweep);
    }

    double xAt(double fraction) {
        return centreX + radius * Math.cos(startAngle + sweep * fraction);
    }

    double yAt(double fraction) {
        return centreY + radius * Math.sin(startAngle + sweep * fraction);
    }
}
