package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Effects.Fault;

import org.jspecify.annotations.Nullable;

/** Finds the turn that a G2 or G3 commands; reused, not thread-safe. */
final class ArcGeometry {
    /**
     * Largest difference of an arc's two radii: in millimetres, and what is let pass as a part of the radius.
     *
     * <p>Source: Grbl 1.1, gcode.c, error 33: more than 0.5 mm, or more than 0.005 mm and 0.1 %.
     */
    private static final double RADII_DIFFER_MM_MAX = 0.5;

    private static final double RADII_DIFFER_MM_SMALL = 0.005;
    private static final double RADII_DIFFER_PART_MAX = 0.001;

    /** Ends closer than this in angle mean a full turn. Source: Grbl 1.1, ARC_ANGULAR_TRAVEL_EPSILON. */
    private static final double FULL_TURN_EPSILON = 5e-7;

    private @Nullable Arc arc;
    private @Nullable Fault fault;

    /** The turn found; null if there is none. */
    @Nullable
    Arc arc() {
        return arc;
    }

    /** Why there is none; null if there is one. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /** Looks for the turn; offsets and radius in millimetres, NaN where the line has none. */
    void find(Point from, Point to, boolean clockwise, Words words, double unit) {
        arc = null;
        fault = null;
        if (words.hasValue('R')) {
            findByRadius(from, to, clockwise, words.value('R') * unit);
        } else if (words.hasValue('I') || words.hasValue('J')) {
            double centreX = from.x() + words.valueOr('I', 0) * unit;
            double centreY = from.y() + words.valueOr('J', 0) * unit;
            findByCentre(from, to, clockwise, centreX, centreY);
        } else {
            fault = Fault.ARC_WITHOUT_CENTRE;
        }
    }

    /** The centre lies on the chord's middle normal; a positive radius means the shorter of the two turns. */
    private void findByRadius(Point from, Point to, boolean clockwise, double radius) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double chord = Math.hypot(dx, dy);
        double heightSquared = radius * radius - chord * chord / 4;
        if (chord == 0 || heightSquared < -1e-9 * radius * radius) {
            fault = Fault.ARC_RADIUS_TOO_SMALL;
            return;
        }
        double height = Math.sqrt(Math.max(0, heightSquared));
        boolean centreIsLeft = clockwise == radius < 0;
        double side = centreIsLeft ? height : -height;
        double centreX = (from.x() + to.x()) / 2 - dy / chord * side;
        double centreY = (from.y() + to.y()) / 2 + dx / chord * side;
        setTurn(from, to, clockwise, centreX, centreY);
    }

    private void findByCentre(Point from, Point to, boolean clockwise, double centreX, double centreY) {
        double radius = Math.hypot(from.x() - centreX, from.y() - centreY);
        double difference = Math.abs(Math.hypot(to.x() - centreX, to.y() - centreY) - radius);
        boolean tooMuch = difference > RADII_DIFFER_MM_MAX
                || difference > RADII_DIFFER_MM_SMALL && difference > RADII_DIFFER_PART_MAX * radius;
        if (tooMuch || !(radius > 0)) {
            fault = Fault.ARC_RADII_DIFFER;
            return;
        }
        setTurn(from, to, clockwise, centreX, centreY);
    }

    private void setTurn(Point from, Point to, boolean clockwise, double centreX, double centreY) {
        double fromX = from.x() - centreX;
        double fromY = from.y() - centreY;
        double toX = to.x() - centreX;
        double toY = to.y() - centreY;
        double sweep = Math.atan2(fromX * toY - fromY * toX, fromX * toX + fromY * toY);
        if (clockwise && sweep >= -FULL_TURN_EPSILON) {
            sweep -= 2 * Math.PI;
        } else if (!clockwise && sweep <= FULL_TURN_EPSILON) {
            sweep += 2 * Math.PI;
        }
        arc = new Arc(centreX, centreY, Math.hypot(fromX, fromY), Math.atan2(fromY, fromX), sweep);
    }
}
