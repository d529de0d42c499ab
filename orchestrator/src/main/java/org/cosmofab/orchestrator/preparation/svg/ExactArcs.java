package org.cosmofab.orchestrator.preparation.svg;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.apache.batik.parser.AWTPathProducer;

/**
 * Builds paths with arcs that are true to a thousandth of a millimetre. The library's own arcs of half a circle leave it by
 * 0.4 % of the radius, because it enlarges radii that just reach from end to end.
 *
 * <p>Source: SVG 2, appendix B.2.4 and B.2.5, conversion from endpoint to centre parameterization.
 */
final class ExactArcs extends AWTPathProducer {
    /** A cubic curve leaves an arc of this angle by less than a millionth of its radius. */
    private static final double PIECE_RADIANS = Math.PI / 6;

    @Override
    public void arcRel(float rx, float ry, float rotation, boolean large, boolean sweep, float x, float y) {
        arcAbs(rx, ry, rotation, large, sweep, currentX + x, currentY + y);
    }

    @Override
    public void arcAbs(float rx, float ry, float rotation, boolean large, boolean sweep, float x, float y) {
        Point2D end = new Point2D.Double(x, y);
        if (rx == 0 || ry == 0) {
            linetoAbs(x, y);
        } else if (currentX != x || currentY != y) {
            arc(new Point2D.Double(Math.abs(rx), Math.abs(ry)), Math.toRadians(rotation), large, sweep, end);
        }
    }

    private void arc(Point2D radii, double rotation, boolean large, boolean sweep, Point2D end) {
        double midX = (currentX - end.getX()) / 2;
        double midY = (currentY - end.getY()) / 2;
        // In a frame where the ellipse is a circle of radius 1 around the origin.
        double x1 = (Math.cos(rotation) * midX + Math.sin(rotation) * midY) / radii.getX();
        double y1 = (Math.cos(rotation) * midY - Math.sin(rotation) * midX) / radii.getY();
        double reach = x1 * x1 + y1 * y1;
        double scale = Math.max(1, Math.sqrt(reach));
        double offset = Math.sqrt(Math.max(0, scale * scale / reach - 1)) * (large == sweep ? -1 : 1);
        double centreX = offset * y1 / scale;
        double centreY = -offset * x1 / scale;
        double from = Math.atan2(y1 / scale - centreY, x1 / scale - centreX);
        double to = Math.atan2(-y1 / scale - centreY, -x1 / scale - centreX);
        double angle = turn(to - from, sweep);
        AffineTransform frame = new AffineTransform();
        frame.translate((currentX + end.getX()) / 2, (currentY + end.getY()) / 2);
        frame.rotate(rotation);
        frame.scale(radii.getX() * scale, radii.getY() * scale);
        frame.translate(centreX, centreY);
        pieces(frame, from, angle, end);
    }

    private static double turn(double angle, boolean sweep) {
        if (sweep && angle < 0) {
            return angle + 2 * Math.PI;
        }
        return !sweep && angle > 0 ? angle - 2 * Math.PI : angle;
    }

    private void pieces(AffineTransform frame, double from, double angle, Point2D end) {
        int count = (int) Math.max(1, Math.ceil(Math.abs(angle) / PIECE_RADIANS));
        double step = angle / count;
        double handle = 4.0 / 3 * Math.tan(step / 4);
        for (int i = 0; i < count; i++) {
            double a = from + i * step;
            double b = a + step;
            Point2D first = at(frame, Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a));
            Point2D second = at(frame, Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b));
            Point2D last = i == count - 1 ? end : at(frame, Math.cos(b), Math.sin(b));
            curvetoCubicAbs(
                    (float) first.getX(),
                    (float) first.getY(),
                    (float) second.getX(),
                    (float) second.getY(),
                    (float) last.getX(),
                    (float) last.getY());
        }
    }

    private static Point2D at(AffineTransform frame, double x, double y) {
        return frame.transform(new Point2D.Double(x, y), null);
    }
}
