package org.cosmofab.library;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Draws coloured solids that stand on a white table, into a PNG file. */
final class Picture {

    /** Each pixel is the mean of so many in each direction. */
    private static final int FINE = 2;

    private static final int SHADOW_PIXELS = 700;
    private static final Color TABLE = new Color(0xFBFAF7);
    private static final double FILLED = 0.84;
    private static final double LINE_DARKNESS = 0.45;

    private final Scene scene;
    private final View view;
    private final DepthMap seen;
    private final List<Point> corners;
    private final double table;
    private final float[] light;
    private final boolean[] line;

    private Picture(Scene scene, Point eye, int width, int height) {
        this.scene = scene;
        Mesh mesh = scene.mesh();
        view = View.of(mesh.corners(), eye, new View.Raster(width * FINE, height * FINE, FILLED));
        seen = new DepthMap(view, mesh.triangles());
        corners = mesh.corners();
        table = mesh.low().z();
        light = new float[view.width() * view.height()];
        line = new boolean[light.length];
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 4) {
            throw new IllegalArgumentException("Picture OUT.png WIDTHxHEIGHT EYE_X,EYE_Y,EYE_Z RRGGBB=SOLID.stl ...");
        }
        Scene scene = new Scene();
        for (String solid : List.of(args).subList(3, args.length)) {
            String[] parts = solid.split("=", 2);
            scene.add(Mesh.read(Path.of(parts[1])), new Color(Integer.parseInt(parts[0], 16)));
        }
        double[] size = numbers(args[1], "x");
        double[] eye = numbers(args[2], ",");
        Picture picture = new Picture(scene, new Point(eye[0], eye[1], eye[2]), (int) size[0], (int) size[1]);
        PngFile.write(picture.draw(), FINE, Path.of(args[0]));
    }

    private static double[] numbers(String text, String between) {
        return Arrays.stream(text.split(between)).mapToDouble(Double::parseDouble).toArray();
    }

    private BufferedImage draw() {
        Point lamp = view.towardsEye().times(1.0).plus(view.right().times(-0.35)).plus(new Point(0, 0, 0.55));
        Sky.lights(lamp).forEach(this::shine);
        scene.edges().forEach(this::drawEdge);
        BufferedImage image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < view.height(); row++) {
            for (int column = 0; column < view.width(); column++) {
                image.setRGB(column, row, colour(column, row));
            }
        }
        return image;
    }

    private void shine(Sky.Light from) {
        Mesh mesh = scene.mesh();
        View.Raster raster = new View.Raster(SHADOW_PIXELS, SHADOW_PIXELS, 0.98);
        View shadowView = View.of(corners, from.direction(), raster);
        DepthMap lit = new DepthMap(shadowView, mesh.triangles());
        double slack = 2.5 / shadowView.pixelsPerMm();
        IntStream.range(0, view.height()).parallel().forEach(row -> {
            for (int column = 0; column < view.width(); column++) {
                Point normal = normal(column, row);
                double cosine = normal.dot(from.direction());
                if (cosine > 0 && lit.sees(place(column, row).plus(normal.times(slack)), slack)) {
                    light[row * view.width() + column] += (float) (cosine * from.strength());
                }
            }
        });
    }

    private Point normal(int column, int row) {
        int owner = seen.owner(column, row);
        return owner == DepthMap.NOTHING ? new Point(0, 0, 1) : scene.normal(owner);
    }

    private Point place(int column, int row) {
        if (seen.owner(column, row) != DepthMap.NOTHING) {
            return view.unproject(column + 0.5, row + 0.5, seen.depth(column, row));
        }
        Point onRay = view.unproject(column + 0.5, row + 0.5, 0);
        return onRay.plus(view.towardsEye().times((table - onRay.z()) / view.towardsEye().z()));
    }

    /** Marks the pixels of an edge that nothing hides, two pixels wide. */
    private void drawEdge(Mesh.Edge edge) {
        Point from = view.project(edge.from());
        Point step = view.project(edge.to()).minus(from);
        int steps = 1 + (int) Math.max(Math.abs(step.x()), Math.abs(step.y()));
        double slack = 2.5 / view.pixelsPerMm();
        for (int n = 0; n <= steps; n++) {
            Point p = from.plus(step.times((double) n / steps));
            for (int dx = -1; dx <= 0; dx++) {
                for (int dy = -1; dy <= 0; dy++) {
                    markLine((int) Math.round(p.x()) + dx, (int) Math.round(p.y()) + dy, p.z() + slack);
                }
            }
        }
    }

    private void markLine(int column, int row, double depth) {
        boolean inside = column >= 0 && row >= 0 && column < view.width() && row < view.height();
        if (inside && seen.depth(column, row) <= depth) {
            line[row * view.width() + column] = true;
        }
    }

    private int colour(int column, int row) {
        int at = row * view.width() + column;
        int owner = seen.owner(column, row);
        Color base = owner == DepthMap.NOTHING ? TABLE : scene.colour(owner);
        double brightness = Math.min(1.1, 0.22 + 0.85 * light[at]) * (line[at] ? 1 - LINE_DARKNESS : 1);
        return shade(base.getRed(), brightness) << 16
                | shade(base.getGreen(), brightness) << 8
                | shade(base.getBlue(), brightness);
    }

    private static int shade(int channel, double brightness) {
        return (int) Math.min(255, Math.round(channel * Math.pow(brightness, 0.75)));
    }
}
