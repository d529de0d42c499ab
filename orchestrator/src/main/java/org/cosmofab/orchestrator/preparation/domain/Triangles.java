package org.cosmofab.orchestrator.preparation.domain;

import java.util.Arrays;

/** Triangles as nine numbers each, in mm, within bounds. Not thread-safe. */
final class Triangles {
    static final int MAX = 2_000_000;

    private static final int NUMBERS = 9;
    private static final int AXES = 3;
    private static final int FIRST_ROOM = 1_000;
    private static final double COORDINATE_MAX_MM = 10_000;

    private double[] numbers;
    private int count;

    Triangles(int expected) {
        numbers = new double[NUMBERS * Math.max(expected, FIRST_ROOM)];
    }

    static String tooMany() {
        return "the mesh has more than " + MAX + " triangles; reduce it";
    }

    int size() {
        return count / NUMBERS;
    }

    /**
     * Adds the next number of the next corner.
     *
     * @param unit of the place in the file: byte or line
     */
    void add(double value, String unit, int place) throws StlReader.Unreadable {
        if (!Double.isFinite(value) || Math.abs(value) > COORDINATE_MAX_MM) {
            throw new StlReader.Unreadable(unit + " " + place + ": triangle " + (size() + 1) + " has a corner at "
                    + value + " mm; co-ordinates must lie within " + COORDINATE_MAX_MM + " mm");
        }
        if (count == NUMBERS * MAX) {
            throw new StlReader.Unreadable(tooMany());
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        // Adding zero turns -0.0 into 0.0, which are one place.
        numbers[count++] = value + 0.0;
    }

    Mesh measure() {
        double[] min = Arrays.copyOf(numbers, AXES);
        double[] max = Arrays.copyOf(numbers, AXES);
        double volume = 0;
        for (int t = 0; t < count; t += NUMBERS) {
            for (int i = 0; i < NUMBERS; i++) {
                min[i % AXES] = Math.min(min[i % AXES], numbers[t + i]);
                max[i % AXES] = Math.max(max[i % AXES], numbers[t + i]);
            }
            volume += tetrahedron(t);
        }
        return new Mesh(size(), corner(min), corner(max), volume, openEdges());
    }

    private static Mesh.Corner corner(double[] place) {
        return new Mesh.Corner(place[0], place[1], place[2]);
    }

    /** Signed volume between a triangle and the origin. */
    private double tetrahedron(int t) {
        double[] c = numbers;
        double crossX = c[t + 4] * c[t + 8] - c[t + 5] * c[t + 7];
        double crossY = c[t + 5] * c[t + 6] - c[t + 3] * c[t + 8];
        double crossZ = c[t + 3] * c[t + 7] - c[t + 4] * c[t + 6];
        return (c[t] * crossX + c[t + 1] * crossY + c[t + 2] * crossZ) / 6;
    }

    /** Edges of an odd number of triangles: in a closed solid there is none. */
    private long openEdges() {
        int[] ids = cornerIds();
        long[] edges = new long[ids.length];
        int used = 0;
        for (int t = 0; t < ids.length; t += AXES) {
            for (int i = 0; i < AXES; i++) {
                long from = Math.min(ids[t + i], ids[t + (i + 1) % AXES]);
                long to = Math.max(ids[t + i], ids[t + (i + 1) % AXES]);
                if (from != to) {
                    edges[used++] = from << Integer.SIZE | to;
                }
            }
        }
        Arrays.sort(edges, 0, used);
        long open = 0;
        for (int i = 0; i < used; ) {
            int end = i + 1;
            while (end < used && edges[end] == edges[i]) {
                end++;
            }
            open += (end - i) % 2;
            i = end;
        }
        return open;
    }

    /** Numbers the places, the same place always alike: a hash table without boxes, for millions of corners. */
    private int[] cornerIds() {
        int[] ids = new int[count / AXES];
        int[] table = new int[Integer.highestOneBit(Math.max(1, ids.length)) * 4];
        for (int corner = 0; corner < ids.length; corner++) {
            int slot = hash(corner) & table.length - 1;
            while (table[slot] != 0 && !samePlace(table[slot] - 1, corner)) {
                slot = slot + 1 & table.length - 1;
            }
            if (table[slot] == 0) {
                table[slot] = corner + 1;
            }
            ids[corner] = table[slot] - 1;
        }
        return ids;
    }

    private int hash(int corner) {
        long bits = 17;
        for (int i = 0; i < AXES; i++) {
            bits = bits * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(numbers[corner * AXES + i]);
            bits ^= bits >>> Integer.SIZE;
        }
        return (int) (bits ^ bits >>> 17);
    }

    private boolean samePlace(int one, int other) {
        for (int i = 0; i < AXES; i++) {
            if (numbers[one * AXES + i] != numbers[other * AXES + i]) {
                return false;
            }
        }
        return true;
    }
}
