package org.cosmofab.bridge.gcode;

import java.nio.charset.StandardCharsets;

/**
 * Makes what strangers wrote fit for a wire, or says which line is not.
 *
 * <p>It keeps only words, one letter and one number each, in capitals and with one space between. Comments, blank
 * lines, line numbers, checksums, a byte order mark and the display text of M117 are left out. It never guesses: a line
 * that two firmwares could read in two ways is refused.
 *
 * <p>Source: Grbl acts on {@code ? ! ~}, control-X and most bytes above 0x7F wherever they stand, comments included
 * (serial.c); Marlin cuts long lines without a word (queue.cpp).
 */
public final class Sanitiser {
    /** Largest source accepted, in bytes. */
    public static final int SOURCE_BYTES_MAX = 512 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Sanitiser() {}

    /** Sanitises text as it is read from a file in UTF-8. */
    public static Sanitised sanitise(String source, Dialect dialect) {
        return sanitise(source.getBytes(StandardCharsets.UTF_8), dialect);
    }

    /** Sanitises a file's bytes. Doing it again to the result changes nothing. */
    public static Sanitised sanitise(byte[] source, Dialect dialect) {
        if (source.length > SOURCE_BYTES_MAX) {
            return new Sanitised.Refused(
                    1, Sanitised.Reason.TOO_MANY_BYTES, source.length + " bytes, at most " + SOURCE_BYTES_MAX);
        }
        LineCleaner cleaner = new LineCleaner(dialect);
        ProgramText text = new ProgramText(source.length);
        int number = 0;
        for (int from = startOfText(source); from < source.length; ) {
            number++;
            int end = endOfLine(source, from);
            if (!cleaner.clean(source, from, withoutReturns(source, from, end))) {
                return cleaner.refusal(number);
            }
            cleaner.addTo(text, number);
            from = end + 1;
        }
        if (text.size() == 0) {
            return new Sanitised.Refused(
                    Math.max(1, number), Sanitised.Reason.NO_COMMANDS, "no command in the program");
        }
        return new Sanitised.Safe(new SafeProgram(dialect, text.trimmed(), cleaner.layers()));
    }

    private static int startOfText(byte[] source) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= source.length || source[i] != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    private static int endOfLine(byte[] source, int from) {
        int end = from;
        while (end < source.length && source[end] != '\n') {
            end++;
        }
        return end;
    }

    private static int withoutReturns(byte[] source, int from, int end) {
        int last = end;
        while (last > from && source[last - 1] == '\r') {
            last--;
        }
        return last;
    }
}
