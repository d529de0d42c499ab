package org.cosmofab.orchestrator.preparation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Turns a drawing into the ways of a laser: closed cuts are moved by half a kerf to the side that falls away, the
 * steps come in their order, what lies inside is cut before what is around it, and the head takes the nearest next way.
 */
public final class LaserCam {
    private static final double MARGIN_MM = 1;
    private static final double MITRE_LIMIT = 5;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

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
     * @throws NotCuttable naming the place, if a feature would vanish or the outlines make no sense
     */
    public static Plan plan(Drawing drawing, double kerfMm) throws NotCuttable {
        List<Way> ways = new ArrayList<>();
        List<Polygon> outlines = new ArrayList<>();
        List<Drawing.Stroke> closed = new ArrayList<>();
        for (Drawing.Stroke stroke : drawing.strokes()) {
            if (stroke.step().cuts() && stroke.isClosed()) {
                outlines.add(outline(stroke));
                closed.add(stroke);
            } else {
                ways.add(new Way(stroke.step(), stroke.points(), 0));
            }
        }
        refuseDoubles(outlines, closed);
        for (int i = 0; i < outlines.size(); i++) {
            ways.add(cut(outlines, i, kerfMm, closed.get(i)));
        }
        if (ways.isEmpty()) {
            throw new NotCuttable(
                    "there is nothing to cut or engrave: no line has a stroke in one of the colours that mean something");
        }
        return placed(ordered(ways));
    }

    private static Polygon outline(Drawing.Stroke stroke) throws NotCuttable {
        Polygon polygon = GEOMETRY.createPolygon(stroke.points().toArray(Coordinate[]::new));
        if (!polygon.isValid() || polygon.getArea() == 0) {
            throw new NotCuttable(stroke.place() + " crosses itself; draw it as separate outlines");
        }
        return polygon;
    }

    private static void refuseDoubles(List<Polygon> outlines, List<Drawing.Stroke> strokes) throws NotCuttable {
        for (int i = 0; i < outlines.size(); i++) {
            for (int j = i + 1; j < outlines.size(); j++) {
                boolean apart = !outlines.get(i)
                        .getEnvelopeInternal()
                        .intersects(outlines.get(j).getEnvelopeInternal());
                if (!apart && outlines.get(i).equalsTopo(outlines.get(j))) {
                    throw new NotCuttable(strokes.get(i).place() + " and "
                            + strokes.get(j).place() + " are the same line, which would be cut twice; delete one");
                }
            }
        }
    }

    /** An outline inside an odd number of others is a hole: it shrinks, others grow. */
    private static Way cut(List<Polygon> outlines, int index, double kerfMm, Drawing.Stroke stroke) throws NotCuttable {
        Polygon outline = outlines.get(index);
        int depth = (int) outlines.stream()
                .filter(other -> other != outline)
                .filter(other -> other.getEnvelopeInternal().contains(outline.getEnvelopeInternal()))
                .filter(other -> other.contains(outline))
                .count();
        boolean hole = depth % 2 == 1;
        double distance = hole ? -kerfMm / 2 : kerfMm / 2;
        Geometry moved = distance == 0 ? outline : new BufferOp(outline, mitred()).getResultGeometry(distance);
        if (!(moved instanceof Polygon) || moved.isEmpty() || ((Polygon) moved).getNumInteriorRing() > 0) {
            throw new NotCuttable(stroke.place() + " has a feature narrower than the beam (" + kerfMm
                    + " mm), which would vanish; make it wider");
        }
        LinearRing ring = ((Polygon) moved).getExteriorRing();
        return new Way(stroke.step(), List.of(ring.getCoordinates()), depth);
    }

    private static BufferParameters mitred() {
        BufferParameters parameters = new BufferParameters();
        parameters.setJoinStyle(BufferParameters.JOIN_MITRE);
        parameters.setMitreLimit(MITRE_LIMIT);
        return parameters;
    }

    /** Step by step, in each from the inside out; among equals the nearest next. */
    private static List<Way> ordered(List<Way> ways) {
        List<Way> left = new ArrayList<>(ways);
        List<Way> order = new ArrayList<>();
        Coordinate at = new Coordinate(0, 0);
        while (!left.isEmpty()) {
            long rank = left.stream().mapToLong(LaserCam::rank).min().orElseThrow();
            Coordinate from = at;
            Way next = left.stream()
                    .filter(way -> rank(way) == rank)
                    .min(Comparator.comparingDouble(way -> way.start().distance(from)))
                    .orElseThrow();
            left.remove(next);
            order.add(next);
            at = next.end();
        }
        return order;
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
