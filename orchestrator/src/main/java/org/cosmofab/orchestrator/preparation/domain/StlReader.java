package org.cosmofab.orchestrator.preparation.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads STL files, binary and ASCII, and measures them. Slicers accept much that is broken with status 0; what is wrong
 * is found here.
 */
public final class StlReader {
    private static final int HEADER_BYTES = 84;
    private static final int TRIANGLE_BYTES = 50;
    private static final int COUNT_OFFSET = 80;
    private static final int TRIANGLES_MAX = 2_000_000;
    private static final double COORDINATE_MAX_MM = 10_000;
    private static final Pattern VERTEX = Pattern.compile("vertex\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)");

    /** The file is not a readable mesh. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private StlReader() {}

    /**
     * Reads and measures a mesh.
     *
     * @throws Unreadable naming the place and what is wrong with it
     */
    public static Mesh read(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable("the file is empty");
        }
        double[] corners = isBinary(file) ? binary(file) : ascii(file);
        if (corners.length == 0) {
            throw new Unreadable("the file has no triangle");
        }
        return measure(corners);
    }

    /** ASCII files begin with "solid", but so do some binary ones: the length decides. */
    private static boolean isBinary(byte[] file) {
        if (file.length >= HEADER_BYTES && file.length == HEADER_BYTES + TRIANGLE_BYTES * count(file)) {
            return true;
        }
        String start = new String(file, 0, Math.min(file.length, 5), StandardCharsets.US_ASCII);
        return !start.equals("solid");
    }

    private static long count(byte[] file) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(COUNT_OFFSET));
    }

    private static double[] binary(byte[] file) throws Unreadable {
        if (file.length < HEADER_BYTES) {
            throw new Unreadable("the file ends inside its header, after " + file.length + " bytes");
        }
        long count = count(file);
        long expected = HEADER_BYTES + TRIANGLE_BYTES * count;
        if (expected != file.length) {
            throw new Unreadable("the header promises " + count + " triangles, which take " + expected
                    + " bytes, but the file has " + file.length);
        }
        if (count > TRIANGLES_MAX) {
            throw new Unreadable(count + " triangles; at most " + TRIANGLES_MAX + " are read");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        double[] corners = new double[(int) count * 9];
        for (int triangle = 0; triangle < count; triangle++) {
            int at = HEADER_BYTES + triangle * TRIANGLE_BYTES + 12;
            for (int i = 0; i < 9; i++) {
                corners[triangle * 9 + i] = checked(bytes.getFloat(at + i * 4), triangle);
            }
        }
        return corners;
    }

    private static double[] ascii(byte[] file) throws Unreadable {
        Matcher vertex = VERTEX.matcher(new String(file, StandardCharsets.US_ASCII));
        List<Double> numbers = new ArrayList<>();
        while (vertex.find()) {
            for (int i = 1; i <= 3; i++) {
                numbers.add(checked(number(vertex.group(i), numbers.size() / 9), numbers.size() / 9));
            }
        }
        if (numbers.size() % 9 != 0) {
            throw new Unreadable("triangle " + (numbers.size() / 9 + 1) + " has no three corners");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double number(String text, int triangle) throws Unreadable {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Unreadable("triangle " + (triangle + 1) + ": '" + text + "' is not a number");
        }
    }

    private static double checked(double value, int triangle) throws Unreadable {
        if (!Double.isFinite(value) || Math.abs(value) > COORDINATE_MAX_MM) {
            throw new Unreadable("triangle " + (triangle + 1) + " has a corner at " + value
                    + " mm; co-ordinates must lie within " + COORDINATE_MAX_MM + " mm");
        }
        return value;
    }

    private static Mesh measure(double[] c) {
        double[] min = {c[0], c[1], c[2]};
        double[] max = {c[0], c[1], c[2]};
        double volume = 0;
        for (int t = 0; t < c.length; t += 9) {
            for (int i = 0; i < 9; i++) {
                min[i % 3] = Math.min(min[i % 3], c[t + i]);
                max[i % 3] = Math.max(max[i % 3], c[t + i]);
            }
            volume += tetrahedron(c, t);
        }
        return new Mesh(
                c.length / 9,
                new Mesh.Corner(min[0], min[1], min[2]),
                new Mesh.Corner(max[0], max[1], max[2]),
                volume,
                openEdges(c));
    }

    /** Signed volume between a triangle and the origin. */
    private static double tetrahedron(double[] c, int t) {
        double crossX = c[t + 4] * c[t + 8] - c[t + 5] * c[t + 7];
        double crossY = c[t + 5] * c[t + 6] - c[t + 3] * c[t + 8];
        double crossZ = c[t + 3] * c[t + 7] - c[t + 4] * c[t + 6];
        return (c[t] * crossX + c[t + 1] * crossY + c[t + 2] * crossZ) / 6;
    }

    private static long openEdges(double[] c) {
        Map<List<Double>, Integer> corners = new HashMap<>();
        Map<Long, Integer> edges = new HashMap<>();
        for (int t = 0; t < c.length; t += 9) {
            int[] id = new int[3];
            for (int i = 0; i < 3; i++) {
                // Adding zero turns -0.0 into 0.0, which are one place.
                List<Double> place = List.of(c[t + 3 * i] + 0.0, c[t + 3 * i + 1] + 0.0, c[t + 3 * i + 2] + 0.0);
                id[i] = corners.computeIfAbsent(place, p -> corners.size());
            }
            for (int i = 0; i < 3; i++) {
                long from = Math.min(id[i], id[(i + 1) % 3]);
                long to = Math.max(id[i], id[(i + 1) % 3]);
                if (from != to) {
                    edges.merge(from << 32 | to, 1, Integer::sum);
                }
            }
        }
        return edges.values().stream().filter(times -> times % 2 != 0).count();
    }
}
