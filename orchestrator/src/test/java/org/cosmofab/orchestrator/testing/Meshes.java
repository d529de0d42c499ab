package org.cosmofab.orchestrator.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Meshes as STL files: nine numbers a triangle. */
public final class Meshes {
    private static final int[][] BOX_FACES = {
        {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
        {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
    };

    private Meshes() {}

    /** A box from the origin, faces outwards. */
    public static double[] box(double width, double depth, double height) {
        double[][] corners = {
            {0, 0, 0}, {width, 0, 0}, {width, depth, 0}, {0, depth, 0},
            {0, 0, height}, {width, 0, height}, {width, depth, height}, {0, depth, height}
        };
        double[] numbers = new double[BOX_FACES.length * 9];
        int at = 0;
        for (int[] face : BOX_FACES) {
            for (int corner : face) {
                for (double number : corners[corner]) {
                    numbers[at++] = number;
                }
            }
        }
        return numbers;
    }

    public static double[] moved(double[] numbers, double by) {
        return Arrays.stream(numbers).map(n -> n + by).toArray();
    }

    public static double[] without(double[] numbers, int lastTriangles) {
        return Arrays.copyOf(numbers, numbers.length - 9 * lastTriangles);
    }

    /** Every face turned inside out. */
    public static double[] inverted(double[] numbers) {
        double[] turned = numbers.clone();
        for (int t = 0; t < numbers.length; t += 9) {
            for (int i = 0; i < 3; i++) {
                turned[t + i] = numbers[t + 3 + i];
                turned[t + 3 + i] = numbers[t + i];
            }
        }
        return turned;
    }

    public static byte[] binary(double... numbers) {
        ByteBuffer file = ByteBuffer.allocate(84 + numbers.length / 9 * 50).order(ByteOrder.LITTLE_ENDIAN);
        file.position(80);
        file.putInt(numbers.length / 9);
        for (int t = 0; t < numbers.length; t += 9) {
            file.putFloat(0).putFloat(0).putFloat(0);
            for (int i = 0; i < 9; i++) {
                file.putFloat((float) numbers[t + i]);
            }
            file.putShort((short) 0);
        }
        return file.array();
    }

    public static String ascii(double... numbers) {
        StringBuilder text = new StringBuilder("solid test\n");
        for (int t = 0; t < numbers.length; t += 9) {
            text.append("  facet normal 0 0 0\n    outer loop\n");
            for (int i = 0; i < 9; i += 3) {
                text.append(String.format(
                        Locale.ROOT,
                        "      vertex %s %s %s%n",
                        numbers[t + i],
                        numbers[t + i + 1],
                        numbers[t + i + 2]));
            }
            text.append("    endloop\n  endfacet\n");
        }
        return text.append("endsolid test\n").toString();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
