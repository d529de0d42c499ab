package org.cosmofab.orchestrator.preparation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Turns a drawing into the ways of a laser: closed cuts are moved by half a kerf to the side that falls away, the
 * steps come in their order, what lies inside is cut before what is around it, and the head takes the nearest next way.
 */
public final class LaserCam {
    private static final double MARGIN_MM = 1;

    /** A way of the head with the beam on. */
    record Way(LaserStep step, List<Coordinate> points, int depth) {
        Coordinate start() {
            return points.get(0);
        }

        Coordinate end() {
            return points.get(points.size() - 1);
        }
    }

    /**
     * A drawing, planned.
     *
     * @param ways in the order they are made, moved so that the smallest co-ordinate is the margin
     * @param widthMm of the sheet it takes, margins included
     * @param heightMm of the sheet it takes, margins included
     */
    public record Plan(List<Way> ways, double widthMm, double heightMm) {
        public Plan {
            ways = List.copyOf(ways);
        }

        public double areaMm2() {
            return widthMm * heightMm;
        }
    }

    /** The drawing cannot be cut as it is. */
    public static final class NotCuttable extends Exception {
        private static final long serialVersionUID = 1L;

        NotCuttable(String message) {
            super(message);
        }
    }

    private LaserCam() {}

    /**
     * Plans a drawing.
     *
     * @param kerfMm width of the beam, 0 or more
     * @throws NotCuttable naming the place, if a feature would vanish or the outlines make no sense
     */
    public static Plan plan(Drawing drawing, double kerfMm) throws NotCuttable {
        Outlines outlines = Outlines.of(drawing, kerfMm);
        List<Way> ways = new ArrayList<>();
        for (Drawing.Stroke stroke : drawing.strokes()) {
            if (!stroke.step().cuts()) {
                ways.add(new Way(stroke.step(), stroke.points(), 0));
            } else if (!stroke.isClosed()) {
                ways.add(new Way(stroke.step(), stroke.points(), outlines.touching(stroke)));
            }
        }
        ways.addAll(outlines.cuts());
        if (ways.isEmpty()) {
            throw new NotCuttable("there is nothing to cut or engrave: no line has a stroke in one of the colours that"
                    + " mean something; give the lines a stroke");
        }
        return placed(ordered(ways));
    }

    /** Step by step, in each from the inside out; among equals the nearest next. */
    private static List<Way> ordered(List<Way> ways) {
        TreeMap<Long, List<Way>> ranks = new TreeMap<>();
        ways.forEach(
                way -> ranks.computeIfAbsent(rank(way), r -> new ArrayList<>()).add(way));
        List<Way> order = new ArrayList<>();
        Coordinate at = new Coordinate(0, 0);
        for (List<Way> left : ranks.values()) {
            while (!left.isEmpty()) {
                Way next = takeNearest(left, at);
                order.add(next);
                at = next.end();
            }
        }
        return order;
    }

    private static Way takeNearest(List<Way> left, Coordinate at) {
        int nearest = 0;
        for (int i = 1; i < left.size(); i++) {
            if (left.get(i).start().distance(at) < left.get(nearest).start().distance(at)) {
                nearest = i;
            }
        }
        return left.remove(nearest);
    }

    private static long rank(Way way) {
        return ((long) way.step().order() << Integer.SIZE) - way.depth();
    }

    private static Plan placed(List<Way> ways) {
        Envelope all = new Envelope();
        ways.forEach(way -> way.points().forEach(all::expandToInclude));
        double moveX = MARGIN_MM - all.getMinX();
        double moveY = MARGIN_MM - all.getMinY();
        List<Way> moved = ways.stream()
                .map(way -> new Way(
                        way.step(),
                        way.points().stream()
                                .map(p -> new Coordinate(p.x + moveX, p.y + moveY))
                                .toList(),
                        way.depth()))
                .toList();
        return new Plan(moved, all.getWidth() + 2 * MARGIN_MM, all.getHeight() + 2 * MARGIN_MM);
    }
}
