package org.cosmofab.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The triangles of one binary STL file, in millimetres. */
record Mesh(List<Triangle> triangles) {

    private static final int HEADER_BYTES = 84;
    private static final int FACET_BYTES = 50;

    /** Three corners, counter-clockwise seen from outside. */
    record Triangle(Point a, Point b, Point c) {

        Point normal() {
            return b.minus(a).cross(c.minus(a)).unit();
        }

        double signedVolume() {
            return a.dot(b.cross(c)) / 6;
        }
    }

    /** An edge with a direction: a closed mesh has each edge once in each direction. */
    record Edge(Point from, Point to) {

        Edge reversed() {
            return new Edge(to, from);
        }
    }

    static Mesh read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < HEADER_BYTES || bytes.limit() != HEADER_BYTES + FACET_BYTES * bytes.getInt(80)) {
            throw new IOException(file + " is not a binary STL file, or it is cut short");
        }
        List<Triangle> triangles = new ArrayList<>();
        for (int at = HEADER_BYTES; at < bytes.limit(); at += FACET_BYTES) {
            triangles.add(new Triangle(point(bytes, at + 12), point(bytes, at + 24), point(bytes, at + 36)));
        }
        return new Mesh(triangles);
    }

    private static Point point(ByteBuffer bytes, int at) {
        return new Point(bytes.getFloat(at), bytes.getFloat(at + 4), bytes.getFloat(at + 8));
    }

    double volume() {
        return triangles.stream().mapToDouble(Triangle::signedVolume).sum();
    }

    Point low() {
        return corners().stream().reduce(Point::low).orElseThrow();
    }

    Point high() {
        return corners().stream().reduce(Point::high).orElseThrow();
    }

    /** Which triangle lies left of each directed edge. */
    Map<Edge, Triangle> sides() {
        Map<Edge, Triangle> sides = new HashMap<>();
        for (Triangle t : triangles) {
            sides.put(new Edge(t.a(), t.b()), t);
            sides.put(new Edge(t.b(), t.c()), t);
            sides.put(new Edge(t.c(), t.a()), t);
        }
        return sides;
    }

    /** How many edges lack their partner or are used twice: 0 for a closed, manifold, consistently oriented mesh. */
    long openEdges() {
        Map<Edge, Triangle> sides = sides();
        long lonely = sides.keySet().stream()
                .filter(edge -> !sides.containsKey(edge.reversed()))
                .count();
        return lonely + 3L * triangles.size() - sides.size();
    }

    List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        triangles.forEach(t -> corners.addAll(List.of(t.a(), t.b(), t.c())));
        return corners;
    }
}
