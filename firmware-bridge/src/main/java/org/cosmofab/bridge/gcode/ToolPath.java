package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.Nullable;

/**
 * The way a tool takes from one point to another: straight, or turning in the XY plane while Z goes evenly.
 *
 * @param arc the turn, or null for a straight way
 */
public record ToolPath(Point from, Point to, @Nullable Arc arc) {

    /** A straight way. */
    public static ToolPath straight(Point from, Point to) {
        return new ToolPath(from, to, null);
    }

    /** Length in millimetres. */
    public double length() {
        if (arc == null) {
            return from.distanceTo(to);
        }
        return Math.hypot(arc.radius() * arc.sweep(), to.z() - from.z());
    }

    /** The point reached after a part of the length, from 0 to 1. */
    public Point at(double fraction) {
        if (arc == null || fraction <= 0 || fraction >= 1) {
            return fraction >= 1 ? to : from.towards(to, Math.max(0, fraction));
        }
        return new Point(arc.xAt(fraction), arc.yAt(fraction), from.z() + (to.z() - from.z()) * fraction);
    }

    /** Widens an extent by all that lies on the way except its start. */
    void reach(Extent extent) {
        extent.include(to);
        if (arc != null) {
            reachTurn(arc, extent);
        }
    }

    private static void reachTurn(Arc arc, Extent extent) {
        if (arc.passes(0)) {
            extent.includeX(arc.centreX() + arc.radius());
        }
        if (arc.passes(Math.PI / 2)) {
            extent.includeY(arc.centreY() + arc.radius());
        }
        if (arc.passes(Math.PI)) {
            extent.includeX(arc.centreX() - arc.radius());
        }
        if (arc.passes(-Math.PI / 2)) {
            extent.includeY(arc.centreY() - arc.radius());
        }
    }
}
