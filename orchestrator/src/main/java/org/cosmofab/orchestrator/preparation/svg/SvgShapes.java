package org.cosmofab.orchestrator.preparation.svg;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.apache.batik.parser.AWTPolygonProducer;
import org.apache.batik.parser.AWTPolylineProducer;
import org.apache.batik.parser.PathParser;
import org.apache.batik.parser.PointsParser;
import org.cosmofab.orchestrator.preparation.domain.Drawing;
import org.cosmofab.orchestrator.preparation.domain.LaserStep;
import org.locationtech.jts.geom.Coordinate;

/** SVG's basic shapes as geometry, and geometry as strokes. */
final class SvgShapes {
    /** How far a chord may leave its curve: well under a laser's kerf. */
    private static final double FLATNESS_MM = 0.02;

    /** Ends this close belong together. */
    private static final double JOIN_MM = 0.05;

    private SvgShapes() {}

    /**
     * The shape of an element, in its own units.
     *
     * @throws NumberFormatException if an attribute is missing or makes no sense, with a message for people
     */
    static Shape read(XMLStreamReader xml, String name) {
        return switch (name) {
            case "path" -> path(text(xml, "d"));
            case "rect" -> rectangle(xml);
            case "circle" -> ellipse(xml, size(xml, "r"), size(xml, "r"));
            case "ellipse" -> ellipse(xml, size(xml, "rx"), size(xml, "ry"));
            case "line" ->
                new Line2D.Double(number(xml, "x1"), number(xml, "y1"), number(xml, "x2"), number(xml, "y2"));
            default -> polyline(text(xml, "points"), name.equals("polygon"));
        };
    }

    /** Flattens a shape in mm into strokes; closes what is nearly closed, drops what has no length. */
    static List<Drawing.Stroke> strokes(Shape shape, LaserStep step, String place) {
        List<Drawing.Stroke> strokes = new ArrayList<>();
        List<Coordinate> points = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null, FLATNESS_MM); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            if (kind == PathIterator.SEG_LINETO) {
                extend(points, place(at));
            } else if (kind == PathIterator.SEG_MOVETO) {
                add(strokes, points, step, place);
                points = new ArrayList<>(List.of(place(at)));
            } else {
                // After the end of an outline the pen stands at its beginning, and may draw on from there.
                Coordinate start = points.get(0);
                extend(points, start.copy());
                add(strokes, points, step, place);
                points = new ArrayList<>(List.of(start.copy()));
            }
        }
        add(strokes, points, step, place);
        return strokes;
    }

    private static Coordinate place(double[] at) {
        if (!Double.isFinite(at[0]) || !Double.isFinite(at[1])) {
            throw new NumberFormatException("a co-ordinate is too large");
        }
        return new Coordinate(at[0], at[1]);
    }

    private static void extend(List<Coordinate> points, Coordinate next) {
        if (!points.get(points.size() - 1).equals2D(next)) {
            points.add(next);
        }
    }

    private static void add(List<Drawing.Stroke> strokes, List<Coordinate> points, LaserStep step, String place) {
        if (points.size() < 2) {
            return;
        }
        Coordinate first = points.get(0);
        Coordinate last = points.get(points.size() - 1);
        if (points.size() > 3 && first.distance(last) < JOIN_MM) {
            points.set(points.size() - 1, first.copy());
        }
        strokes.add(new Drawing.Stroke(step, points, place));
    }

    private static Shape path(String data) {
        if (!data.startsWith("M") && !data.startsWith("m")) {
            throw new NumberFormatException("its d must begin with M");
        }
        ExactArcs producer = new ExactArcs();
        PathParser parser = new PathParser();
        parser.setPathHandler(producer);
        parser.parse(new StringReader(data));
        return producer.getShape();
    }

    private static Shape rectangle(XMLStreamReader xml) {
        double width = size(xml, "width");
        double height = size(xml, "height");
        double rx = numberOr(xml, "rx", numberOr(xml, "ry", 0));
        double ry = numberOr(xml, "ry", rx);
        if (rx <= 0 || ry <= 0) {
            return new Rectangle2D.Double(number(xml, "x"), number(xml, "y"), width, height);
        }
        return new RoundRectangle2D.Double(number(xml, "x"), number(xml, "y"), width, height, 2 * rx, 2 * ry);
    }

    private static Shape ellipse(XMLStreamReader xml, double rx, double ry) {
        return new Ellipse2D.Double(number(xml, "cx") - rx, number(xml, "cy") - ry, 2 * rx, 2 * ry);
    }

    private static Shape polyline(String points, boolean close) {
        AWTPolylineProducer producer = close ? new AWTPolygonProducer() : new AWTPolylineProducer();
        PointsParser parser = new PointsParser();
        parser.setPointsHandler(producer);
        parser.parse(new StringReader(points));
        return producer.getShape();
    }

    private static double size(XMLStreamReader xml, String attribute) {
        double size = number(xml, attribute);
        if (size <= 0) {
            throw new NumberFormatException("its " + attribute + " must be more than 0");
        }
        return size;
    }

    private static double number(XMLStreamReader xml, String attribute) {
        return numberOr(xml, attribute, 0);
    }

    private static double numberOr(XMLStreamReader xml, String attribute, double otherwise) {
        String text = SvgPaint.attribute(xml, attribute);
        return text.isEmpty() || text.equals("auto") ? otherwise : SvgUnits.pixels(text, attribute);
    }

    private static String text(XMLStreamReader xml, String attribute) {
        String text = SvgPaint.attribute(xml, attribute);
        if (text.isEmpty()) {
            throw new NumberFormatException("it has no " + attribute);
        }
        return text;
    }
}
