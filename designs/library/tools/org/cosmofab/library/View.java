package org.cosmofab.library;

import java.util.List;

/** Where pixels are: a parallel projection of space onto a raster of pixels, with depth growing towards the eye. */
record View(Point right, Point up, Point towardsEye, Point centre, double pixelsPerMm, int width, int height) {

    /** A size in pixels, and the part of it that the object fills. */
    record Raster(int width, int height, double filled) {}

    /** Looks at these points from a direction, so that they just fill their part of the raster. */
    static View of(List<Point> points, Point direction, Raster raster) {
        Point eye = direction.unit();
        Point right = new Point(-eye.y(), eye.x(), 0).unit();
        View plain = new View(right, eye.cross(right), eye, new Point(0, 0, 0), 1, 0, 0);
        Point low = points.stream().map(plain::project).reduce(Point::low).orElseThrow();
        Point high = points.stream().map(plain::project).reduce(Point::high).orElseThrow();
        Point middle = low.plus(high).times(0.5);
        Point size = high.minus(low);
        double scale = raster.filled() * Math.min(raster.width() / size.x(), raster.height() / size.y());
        Point centre = plain.unproject(middle.x(), middle.y(), middle.z());
        return new View(right, plain.up, eye, centre, scale, raster.width(), raster.height());
    }

    /** Column, row and depth of a point. */
    Point project(Point p) {
        Point q = p.minus(centre);
        return new Point(
                width / 2.0 + q.dot(right) * pixelsPerMm, height / 2.0 - q.dot(up) * pixelsPerMm, q.dot(towardsEye));
    }

    /** The point in space at a column, a row and a depth. */
    Point unproject(double column, double row, double depth) {
        double r = (column - width / 2.0) / pixelsPerMm;
        double u = (height / 2.0 - row) / pixelsPerMm;
        return centre.plus(right.times(r)).plus(up.times(u)).plus(towardsEye.times(depth));
    }
}
