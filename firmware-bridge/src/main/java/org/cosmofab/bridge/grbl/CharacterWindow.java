package org.cosmofab.bridge.grbl;

import java.util.regex.Pattern;

/** Counts the bytes on their way to a Grbl board, line ends included. Not thread-safe. */
final class CharacterWindow {
    /** Source: Grbl 1.1, interface.md, "EEPROM Issues": what writes or reads the settings memory. */
    private static final Pattern ALONE = Pattern.compile(".*G(?:0?10|28(?:\\.1)?|30(?:\\.1)?|5[4-9])(?![\\d.]).*");

    private static final Pattern PROGRAM_STOP = Pattern.compile(".*M0?[01](?![\\d.]).*");

    private final int bytesMax;
    private int bytesNow;

    CharacterWindow(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** The line without the spaces, which Grbl drops anyway. */
    static String compact(String text) {
        return text.replace(" ", "");
    }

    /** An empty window has room for anything: a line that were longer than it would never go. */
    boolean hasRoomFor(String line) {
        return bytesNow == 0 || bytesNow + bytes(line) <= bytesMax;
    }

    void add(String line) {
        bytesNow += bytes(line);
    }

    void remove(String line) {
        bytesNow -= bytes(line);
    }

    static boolean mustGoAlone(String text) {
        return ALONE.matcher(text).matches();
    }

    /** Whether the machine waits for a person at this line. */
    static boolean isProgramStop(String text) {
        return PROGRAM_STOP.matcher(text).matches();
    }

    /** What passed the sanitiser is ASCII: a byte for each character. */
    private static int bytes(String line) {
        return line.length() + 1;
    }
}
