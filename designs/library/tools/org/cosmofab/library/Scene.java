package org.cosmofab.library;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Coloured solids, and the sharp edges between their faces. */
final class Scene {

    /** Faces that turn by less than 30 degrees belong to one curved surface: no line between them. */
    private static final double SHARP_COSINE = 0.86;

    private final List<Mesh.Triangle> triangles = new ArrayList<>();
    private final List<Color> colours = new ArrayList<>();
    private final List<Mesh.Edge> edges = new ArrayList<>();

    void add(Mesh mesh, Color colour) {
        Map<Mesh.Edge, Mesh.Triangle> sides = mesh.sides();
        for (Mesh.Triangle triangle : mesh.triangles()) {
            triangles.add(triangle);
            colours.add(colour);
        }
        sides.forEach((edge, side) -> {
            Mesh.Triangle other = sides.getOrDefault(edge.reversed(), side);
            if (side.normal().dot(other.normal()) < SHARP_COSINE) {
                edges.add(edge);
            }
        });
    }

    Mesh mesh() {
        return new Mesh(triangles);
    }

    List<Mesh.Edge> edges() {
        return edges;
    }

    Color colour(int triangle) {
        return colours.get(triangle);
    }

    Point normal(int triangle) {
        return triangles.get(triangle).normal();
    }
}
