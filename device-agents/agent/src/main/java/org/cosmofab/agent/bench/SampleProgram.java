package org.cosmofab.agent.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a printer's program as slicers do: layers of rings of short extrusions, one line in ten an arc, now and then a
 * comment, a retraction and a travel. The same seed writes the same bytes.
 */
public final class SampleProgram {
    private static final int LINES_MIN = 20_000;
    private static final int LINES_PER_LAYER = 1200;

    private final SplittableRandom chance;
    private final StringBuilder text;
    private int lines;
    private double x = 100;
    private double y = 100;

    private SampleProgram(long seed, int lines) {
        chance = new SplittableRandom(seed);
        text = new StringBuilder(lines * 30);
    }

    /**
     * The bytes of a program.
     *
     * @throws IllegalArgumentException for fewer than 20,000 lines: they would be read before the reader is warm
     */
    public static byte[] bytes(long seed, int lines) {
        if (lines < LINES_MIN) {
            throw new IllegalArgumentException(lines + " lines are too few: give at least " + LINES_MIN);
        }
        SampleProgram program = new SampleProgram(seed, lines);
        program.begin();
        while (program.lines < lines - 2) {
            program.next();
        }
        program.line("M104 S0");
        program.line("M140 S0");
        return program.text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void begin() {
        line("G21");
        line("G90");
        line("M83");
        line("M140 S60");
        line("G28");
        line("M109 S210");
        line("G1 X100 Y100 F9000");
    }

    private void next() {
        int place = lines % LINES_PER_LAYER;
        if (place == 0) {
            line(";LAYER_CHANGE");
            line(String.format(Locale.ROOT, "G1 Z%.2f F720", 0.2 * (1 + lines / LINES_PER_LAYER % 900)));
        } else if (place % 60 == 1) {
            line("G1 E-0.8 F2100");
            travel();
            line("G1 E0.8 F2100");
            line("G1 F1800 ; perimeter");
        } else if (place % 10 == 5) {
            arc();
        } else {
            extrude();
        }
    }

    private void travel() {
        x = 30 + chance.nextDouble() * 140;
        y = 30 + chance.nextDouble() * 140;
        line(String.format(Locale.ROOT, "G1 X%.3f Y%.3f F9000", x, y));
    }

    private void extrude() {
        step();
        line(String.format(Locale.ROOT, "G1 X%.3f Y%.3f E%.5f", x, y, 0.02 + chance.nextDouble() * 0.05));
    }

    /** A quarter to a half turn of 1 to 4 mm radius. */
    private void arc() {
        double radius = 1 + chance.nextDouble() * 3;
        double start = chance.nextDouble() * 2 * Math.PI;
        double end = start + Math.PI * (0.5 + chance.nextDouble() / 2);
        double i = -radius * Math.cos(start);
        double j = -radius * Math.sin(start);
        x = rounded(x + i + radius * Math.cos(end));
        y = rounded(y + j + radius * Math.sin(end));
        line(String.format(Locale.ROOT, "G3 X%.5f Y%.5f I%.5f J%.5f E0.15000", x, y, i, j));
    }

    private static double rounded(double place) {
        return Math.rint(place * 1e5) / 1e5;
    }

    private void step() {
        double direction = chance.nextDouble() * 2 * Math.PI;
        double length = 0.2 + chance.nextDouble() * 2;
        x = rounded(Math.min(175, Math.max(25, x + length * Math.cos(direction))));
        y = rounded(Math.min(175, Math.max(25, y + length * Math.sin(direction))));
    }

    private void line(String command) {
        text.append(command).append('\n');
        lines++;
    }
}
