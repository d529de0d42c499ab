package org.cosmofab.bridge.gcode;

import java.util.List;

/**
 * A program whose every line may go onto a wire: plain ASCII, no comment, no real-time character, no line longer than
 * the firmware reads. Only {@link Sanitiser} makes one.
 */
public final class SafeProgram {

    /**
     * One line as it is sent, without line end.
     *
     * @param number of the line in the source file, from 1
     */
    public record Line(int number, String text) {}

    private final List<Line> lines;

    SafeProgram(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    public List<Line> lines() {
        return lines;
    }
}
