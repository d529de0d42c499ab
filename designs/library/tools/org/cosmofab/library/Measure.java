package org.cosmofab.library;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how big and how heavy solids in STL files are together; refuses a solid that is not closed. */
final class Measure {

    private Measure() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            throw new IllegalArgumentException("Measure SOLID.stl=GRAMS_PER_CM3 ...");
        }
        measure(List.of(args), System.out);
    }

    /** Prints width, depth and height in mm of the box around all, and their mass in g, on one line. */
    private static void measure(List<String> solids, PrintStream out) throws IOException {
        List<Mesh.Triangle> all = new ArrayList<>();
        double grams = 0;
        for (String solid : solids) {
            String[] parts = solid.split("=", 2);
            Mesh mesh = closed(Path.of(parts[0]));
            grams += mesh.volume() / 1000 * Double.parseDouble(parts[1]);
            all.addAll(mesh.triangles());
        }
        Mesh mesh = new Mesh(all);
        Point size = mesh.high().minus(mesh.low());
        out.printf(Locale.ROOT, "%.2f %.2f %.2f %.2f%n", size.x(), size.y(), size.z(), grams);
    }

    private static Mesh closed(Path file) throws IOException {
        Mesh mesh = Mesh.read(file);
        long open = mesh.openEdges();
        if (open > 0 || mesh.volume() <= 0) {
            throw new IOException(file + " is not a closed solid: " + open + " open or doubled edges, volume "
                    + mesh.volume() + " mm3");
        }
        return mesh;
    }
}
