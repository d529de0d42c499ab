package org.cosmofab.bridge.gcode;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a program is, measured without running it.
 *
 * @param size how long it is
 * @param extents the room it takes
 * @param duration time of its moves and rests; heating up, homing and people's hands come on top
 * @param distances the ways it goes and the filament it pushes
 * @param temperaturesMax the highest it sets, 0 if it heats nothing
 * @param looksLike the dialect it seems to be written for, empty if nothing tells
 */
public record Analysis(
        Size size,
        Extents extents,
        Duration duration,
        Distances distances,
        Temperatures temperaturesMax,
        Optional<Dialect> looksLike) {

    /**
     * How long a program is.
     *
     * @param lines to send, comments not counted
     * @param layers if the source's comments told
     */
    public record Size(int lines, OptionalInt layers) {}

    /**
     * The room a program takes in work co-ordinates, arcs with their true extremes.
     *
     * @param all of every move's way, the place before the first move left out; empty if nothing moves
     * @param working of the moves that lay down filament or cut; empty if none does
     */
    public record Extents(Optional<Bounds> all, Optional<Bounds> working) {}

    /**
     * Ways and filament in mm.
     *
     * @param travel way without filament or beam
     * @param work way on which filament is laid down or the beam or spindle is on
     * @param beamOn way of G1, G2 and G3 with the beam or spindle on
     * @param filament length used
     */
    public record Distances(double travel, double work, double beamOn, double filament) {

        /** Volume of the filament used, in mm3. */
        public double filamentVolume(double diameterMm) {
            return filament * Math.PI * diameterMm * diameterMm / 4;
        }
    }

    /** Degrees Celsius. */
    public record Temperatures(double nozzle, double bed) {}
}
