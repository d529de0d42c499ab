package org.cosmofab.bridge.simulated;

import java.util.Optional;

/** Makes lines of characters, as the firmware at hand understands a line's end. Not thread-safe. */
final class GrblLineEnds {
    private static final int RAW_LINE_MAX = 2048;

    private final boolean crLfIsTwo;
    private final StringBuilder line = new StringBuilder();
    private boolean afterReturn;

    GrblLineEnds(boolean crLfIsTwo) {
        this.crLfIsTwo = crLfIsTwo;
    }

    void clear() {
        line.setLength(0);
        afterReturn = false;
    }

    /** The line that this character ends, if it ends one. */
    Optional<String> take(char c) {
        boolean second = c == '\n' && afterReturn && !crLfIsTwo;
        afterReturn = c == '\r';
        if (second) {
            return Optional.empty();
        }
        if (c != '\n' && c != '\r') {
            if (line.length() < RAW_LINE_MAX) {
                line.append(c);
            }
            return Optional.empty();
        }
        String text = line.toString();
        line.setLength(0);
        return Optional.of(text);
    }
}
