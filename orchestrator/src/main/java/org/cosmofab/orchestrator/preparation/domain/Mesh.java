package org.cosmofab.orchestrator.preparation.domain;

/**
 * A solid made of triangles, measured.
 *
 * @param triangles how many
 * @param min smallest co-ordinates in mm: x, y, z
 * @param max largest co-ordinates in mm
 * @param volumeMm3 signed: negative when the faces look inwards
 * @param openEdges edges of an odd number of triangles; 0 for a closed solid
 */
public record Mesh(int triangles, Corner min, Corner max, double volumeMm3, long openEdges) {

    /** A place in mm. */
    public record Corner(double x, double y, double z) {}

    public double width() {
        return max.x - min.x;
    }

    public double depth() {
        return max.y - min.y;
    }

    public double height() {
        return max.z - min.z;
    }

    public boolean isClosed() {
        return openEdges == 0;
    }
}
