package org.cosmofab.orchestrator.preparation.domain;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lines for a laser, in mm, y growing upwards.
 *
 * @param strokes in the order of the file
 */
public record Drawing(List<Stroke> strokes) {

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    /**
     * One line.
     *
     * @param step what the laser does with it
     * @param points at least two; a closed line repeats its first point at the end
     * @param place where it stands in the file, for people
     */
    public record Stroke(LaserStep step, List<Coordinate> points, String place) {
        public Stroke {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("a stroke has two points at least");
            }
        }

        public boolean isClosed() {
            return points.size() > 3 && points.get(0).equals2D(points.get(points.size() - 1));
        }
    }
}
