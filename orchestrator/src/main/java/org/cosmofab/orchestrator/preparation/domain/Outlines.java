package org.cosmofab.orchestrator.preparation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The closed cuts of a drawing: which lies in which, and where the beam goes so that each comes out at its size. */
final class Outlines {
    private static final double MITRE_LIMIT = 5;
    private static final double SAME_MM = 0.05;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final double kerfMm;
    private final List<Outline> outlines = new ArrayList<>();
    private final STRtree index = new STRtree();

    private record Outline(Drawing.Stroke stroke, Polygon area) {
        LineString line() {
            return area.getExteriorRing();
        }

        String place() {
            return stroke.place();
        }
    }

    private Outlines(double kerfMm) {
        this.kerfMm = kerfMm;
    }

    static Outlines of(Drawing drawing, double kerfMm) throws LaserCam.NotCuttable {
        Outlines outlines = new Outlines(kerfMm);
        Map<Geometry, Drawing.Stroke> open = new HashMap<>();
        for (Drawing.Stroke stroke : drawing.strokes()) {
            if (stroke.step().cuts() && stroke.isClosed()) {
                outlines.add(outline(stroke));
            } else if (stroke.step().cuts()) {
                Drawing.Stroke other = open.putIfAbsent(line(stroke).norm(), stroke);
                if (other != null) {
                    throw doubled(other.place(), stroke.place());
                }
            }
        }
        outlines.index.build();
        for (Outline outline : outlines.outlines) {
            outlines.refuseNeighbours(outline);
        }
        return outlines;
    }

    /** How many outlines a line meets: it must be cut before they fall out. */
    int touching(Drawing.Stroke stroke) {
        LineString line = line(stroke);
        return (int) near(line.getEnvelopeInternal()).stream()
                .filter(outline -> outline.area.intersects(line))
                .count();
    }

    List<LaserCam.Way> cuts() throws LaserCam.NotCuttable {
        List<LaserCam.Way> ways = new ArrayList<>();
        for (Outline outline : outlines) {
            ways.add(cut(outline));
        }
        return ways;
    }

    private void add(Outline outline) {
        outlines.add(outline);
        index.insert(outline.area.getEnvelopeInternal(), outline);
    }

    private static Outline outline(Drawing.Stroke stroke) throws LaserCam.NotCuttable {
        Polygon area = GEOMETRY.createPolygon(stroke.points().toArray(Coordinate[]::new));
        if (!area.isValid() || area.getArea() == 0) {
            throw new LaserCam.NotCuttable(stroke.place() + " crosses or touches itself; draw it as separate outlines");
        }
        return new Outline(stroke, area);
    }

    private static LineString line(Drawing.Stroke stroke) {
        return GEOMETRY.createLineString(stroke.points().toArray(Coordinate[]::new));
    }

    /** Two outlines need a beam's width between them: the beam takes away half of it from either. */
    private void refuseNeighbours(Outline outline) throws LaserCam.NotCuttable {
        Envelope around = new Envelope(outline.area.getEnvelopeInternal());
        around.expandBy(Math.max(kerfMm, SAME_MM));
        for (Outline other : near(around)) {
            if (other != outline) {
                refuseTooNear(outline, other);
            }
        }
    }

    private void refuseTooNear(Outline one, Outline other) throws LaserCam.NotCuttable {
        double gap = new IndexedFacetDistance(one.line()).distance(other.line());
        if (gap == 0 && !one.area.overlaps(other.area) && !one.area.equalsTopo(other.area)) {
            throw new LaserCam.NotCuttable(one.place() + " and " + other.place()
                    + " touch, and the beam would burn into both; leave " + kerfMm + " mm between them");
        }
        if (gap < SAME_MM && isSame(one, other)) {
            throw doubled(one.place(), other.place());
        }
        if (gap == 0) {
            throw new LaserCam.NotCuttable(
                    one.place() + " and " + other.place() + " cross each other; unite them or move them apart");
        }
        if (gap < kerfMm) {
            throw new LaserCam.NotCuttable(one.place() + " and " + other.place()
                    + " are nearer to each other than the beam is wide; leave " + kerfMm + " mm between them");
        }
    }

    private static boolean isSame(Outline one, Outline other) {
        return one.area.getEnvelopeInternal().getWidth() > 0
                && org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance.distance(one.line(), other.line())
                        < SAME_MM;
    }

    private static LaserCam.NotCuttable doubled(String one, String other) {
        return new LaserCam.NotCuttable(
                one + " and " + other + " are the same line, which would be cut twice; delete one");
    }

    /** An outline inside an odd number of others is a hole: it shrinks, others grow. */
    private LaserCam.Way cut(Outline outline) throws LaserCam.NotCuttable {
        int depth = (int) near(outline.area.getEnvelopeInternal()).stream()
                .filter(other -> other != outline)
                .filter(other -> other.area.contains(outline.area))
                .count();
        boolean hole = depth % 2 == 1;
        double distance = hole ? -kerfMm / 2 : kerfMm / 2;
        Geometry moved = moved(outline.area, distance);
        if (!(moved instanceof Polygon polygon)
                || moved.isEmpty()
                || polygon.getNumInteriorRing() > 0
                || vanishes(outline.area, moved(moved, -distance))) {
            throw new LaserCam.NotCuttable(outline.place() + " has a feature narrower than the beam (" + kerfMm
                    + " mm), which would vanish; make it wider");
        }
        return new LaserCam.Way(
                outline.stroke.step(), List.of(polygon.getExteriorRing().getCoordinates()), depth);
    }

    /** Moving there and back again loses what is narrower than the beam; corners lose less than its square. */
    private boolean vanishes(Polygon drawn, Geometry restored) {
        Geometry lost = OverlayNGRobust.overlay(drawn, restored, OverlayNG.SYMDIFFERENCE);
        for (int i = 0; i < lost.getNumGeometries(); i++) {
            if (lost.getGeometryN(i).getArea() > kerfMm * kerfMm) {
                return true;
            }
        }
        return false;
    }

    private static Geometry moved(Geometry area, double distance) {
        if (distance == 0) {
            return area;
        }
        BufferParameters parameters = new BufferParameters();
        parameters.setJoinStyle(BufferParameters.JOIN_MITRE);
        parameters.setMitreLimit(MITRE_LIMIT);
        return new BufferOp(area, parameters).getResultGeometry(distance);
    }

    private List<Outline> near(Envelope place) {
        List<Outline> near = new ArrayList<>();
        for (Object found : index.query(place)) {
            near.add((Outline) found);
        }
        return near;
    }
}
