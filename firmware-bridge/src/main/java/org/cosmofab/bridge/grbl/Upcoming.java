package org.cosmofab.bridge.grbl;

import java.util.List;
import org.cosmofab.bridge.gcode.SafeProgram;

/** The lines of a program that are not sent yet; the next one is made ready once, however often it is looked at. */
final class Upcoming {
    private final List<SafeProgram.Line> lines;
    private int taken;
    private String text = "";
    private boolean goesAlone;

    Upcoming(List<SafeProgram.Line> lines) {
        this.lines = lines;
    }

    boolean isEmpty() {
        return taken == lines.size();
    }

    /** How many were taken. */
    int taken() {
        return taken;
    }

    /** As it will be sent, without line end. */
    String text() {
        if (text.isEmpty()) {
            text = CharacterWindow.compact(lines.get(taken).text());
            goesAlone = CharacterWindow.mustGoAlone(text);
        }
        return text;
    }

    boolean goesAlone() {
        text();
        return goesAlone;
    }

    void take() {
        taken++;
        text = "";
    }

    /** The oldest line without an answer, by its number in the source; 0 if none was sent. */
    int oldestOpen(int acknowledged) {
        return taken == 0
                ? 0
                : lines.get(Math.min(acknowledged, lines.size() - 1)).number();
    }

    /** The last line with an answer, by its number in the source; 0 if there is none. */
    int lastDone(int acknowledged) {
        return acknowledged == 0 ? 0 : lines.get(acknowledged - 1).number();
    }
}
