package org.cosmofab.bridge.testing;

import java.util.List;
import java.util.Locale;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitiser;

/** Programs for simulated machines; every move of one is unlike every other, so that each can be recognised. */
public final class SamplePrograms {
    private SamplePrograms() {}

    /** Heats, homes and extrudes along so many short moves at 50 mm/s. */
    public static SafeProgram print(int moves) {
        return print(moves, 3000);
    }

    public static SafeProgram print(int moves, int feedMmPerMinute) {
        StringBuilder text = new StringBuilder("M140 S60\nM104 S200\nM109 S200\nM190 S60\nG28\nG90\nM82\nG92 E0\n");
        for (int i = 1; i <= moves; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "G1 X%.2f Y%.2f E%.4f F%d\n",
                    10 + i * 0.01,
                    20 + i % 7 * 1.5,
                    i * 0.05,
                    feedMmPerMinute));
        }
        return safe(text.toString(), Dialect.MARLIN);
    }

    /** Burns along so many short moves at 50 mm/s. */
    public static SafeProgram cut(int moves) {
        return cut(moves, 3000);
    }

    public static SafeProgram cut(int moves, int feedMmPerMinute) {
        StringBuilder text = new StringBuilder("G21\nG90\nG0 X10 Y10\nM4 S500\n");
        for (int i = 1; i <= moves; i++) {
            text.append(String.format(
                    Locale.ROOT, "G1 X%.2f Y%.2f F%d\n", 10 + i * 0.01, 20 + i % 7 * 1.5, feedMmPerMinute));
        }
        return safe(text.append("M5\n").toString(), Dialect.GRBL);
    }

    public static SafeProgram safe(String text, Dialect dialect) {
        return Sanitiser.sanitise(text, dialect).fold(safe -> safe.program(), refused -> {
            throw new AssertionError("line " + refused.line() + ": " + refused.detail());
        });
    }

    /** The program's moves, spaces left out. */
    public static List<String> moves(SafeProgram program) {
        return moves(program.lines().stream().map(SafeProgram.Line::text).toList());
    }

    /** The moves among lines, spaces left out. */
    public static List<String> moves(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(" ", ""))
                .filter(line -> line.startsWith("G1X"))
                .toList();
    }
}
