package org.cosmofab.bridge.resume;

import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Point;

/**
 * What lasts from line to line at one place of a program.
 *
 * @param position where the last move ends, as if G92 had moved nothing
 * @param offset what G92 took away from it
 * @param filament logical filament position in millimetres
 * @param feedMmPerMinute 0 if none was given
 * @param motion the motion command in force, such as {@code G1}
 * @param named the axes whose place the program has named, such as {@code XYZ}
 * @param settings every other mode by its group, as the command that sets it
 * @param heat what is heated and blown
 */
public record Modes(
        Point position,
        Point offset,
        double filament,
        double feedMmPerMinute,
        Beam beam,
        String motion,
        String named,
        Map<String, String> settings,
        Heat heat) {

    /**
     * Degrees Celsius, 0 is off.
     *
     * @param fan as M106 gives it; empty if off
     */
    public record Heat(double nozzle, double bed, String fan) {}

    public Modes {
        settings = Map.copyOf(new TreeMap<>(settings));
    }

    String setting(String group) {
        return settings.getOrDefault(group, "");
    }

    boolean names(char axis) {
        return named.indexOf(axis) >= 0;
    }

    boolean isOffset() {
        return !offset.equals(Point.ORIGIN);
    }
}
