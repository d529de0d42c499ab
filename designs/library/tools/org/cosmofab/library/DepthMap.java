package org.cosmofab.library;

import java.util.Arrays;
import java.util.List;

/** What is nearest to the eye at each pixel of a view: its depth, and which triangle it is. */
final class DepthMap {

    static final int NOTHING = -1;

    private final View view;
    private final double[] depths;
    private final int[] owners;

    DepthMap(View view, List<Mesh.Triangle> triangles) {
        this.view = view;
        depths = new double[view.width() * view.height()];
        owners = new int[depths.length];
        Arrays.fill(depths, Double.NEGATIVE_INFINITY);
        Arrays.fill(owners, NOTHING);
        for (int n = 0; n < triangles.size(); n++) {
            draw(n, triangles.get(n));
        }
    }

    private void draw(int owner, Mesh.Triangle triangle) {
        Point a = view.project(triangle.a());
        Point b = view.project(triangle.b());
        Point c = view.project(triangle.c());
        double area = (b.x() - a.x()) * (c.y() - a.y()) - (c.x() - a.x()) * (b.y() - a.y());
        if (Math.abs(area) < 1e-9) {
            return;
        }
        Point low = a.low(b).low(c);
        Point high = a.high(b).high(c);
        int columnMin = Math.max(0, (int) low.x());
        int columnMax = Math.min(view.width() - 1, (int) high.x());
        for (int row = Math.max(0, (int) low.y()); row <= Math.min(view.height() - 1, (int) high.y()); row++) {
            for (int column = columnMin; column <= columnMax; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double v = ((x - a.x()) * (c.y() - a.y()) - (c.x() - a.x()) * (y - a.y())) / area;
                double w = ((b.x() - a.x()) * (y - a.y()) - (x - a.x()) * (b.y() - a.y())) / area;
                if (v >= 0 && w >= 0 && v + w <= 1) {
                    put(row * view.width() + column, owner, a.z() + v * (b.z() - a.z()) + w * (c.z() - a.z()));
                }
            }
        }
    }

    private void put(int pixel, int owner, double depth) {
        if (depth > depths[pixel]) {
            depths[pixel] = depth;
            owners[pixel] = owner;
        }
    }

    int owner(int column, int row) {
        return owners[row * view.width() + column];
    }

    double depth(int column, int row) {
        return depths[row * view.width() + column];
    }

    /** Whether a point in space is seen, or lies less than `slack` behind what is seen. */
    boolean sees(Point point, double slack) {
        Point p = view.project(point);
        int column = (int) p.x();
        int row = (int) p.y();
        boolean outside = p.x() < 0 || p.y() < 0 || column >= view.width() || row >= view.height();
        return outside || depth(column, row) <= p.z() + slack;
    }
}
