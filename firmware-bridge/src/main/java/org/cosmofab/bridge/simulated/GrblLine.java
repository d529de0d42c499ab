package org.cosmofab.bridge.simulated;

import java.util.Locale;
import java.util.Set;
import org.cosmofab.bridge.gcode.Words;

/**
 * What Grbl finds wrong with a line before it does it.
 *
 * <p>Source: Grbl 1.1, gcode.c, gc_execute_line; the numbers are its error codes.
 */
final class GrblLine {
    static final int FINE = 0;
    static final int LINE_BUFFER = 80;

    private static final int EXPECTED_LETTER = 1;
    private static final int BAD_NUMBER = 2;
    private static final int OVERFLOW = 11;
    private static final int UNSUPPORTED = 20;
    private static final int MODAL_GROUP = 21;
    private static final int REPEATED = 25;
    private static final int VALUE_MISSING = 28;

    private static final int DWELL = 40;
    private static final Set<Integer> MOTION = Set.of(0, 10, 20, 30, 382, 383, 384, 385, 800);
    /** One group each; commands in tenths. */
    private static final Set<Integer> OTHER_G = Set.of(
            40, 100, 170, 180, 190, 200, 210, 280, 281, 300, 301, 400, 431, 490, 530, 540, 550, 560, 570, 580, 590, 610,
            900, 910, 911, 920, 921, 930, 940);

    private static final Set<Integer> M = Set.of(0, 10, 20, 300, 30, 40, 50, 70, 80, 90);
    private static final Set<Integer> SPINDLE = Set.of(30, 40, 50);
    private static final String VALUES = "FIJKLNPRSTXYZ";

    private GrblLine() {}

    /** Takes spaces and comments away and makes all letters capitals, as the firmware does while it reads. */
    static String compact(String line) {
        return line.replaceAll("\\([^)]*\\)?", "")
                .replaceAll(";.*", "")
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /** The first thing that is wrong; {@link #FINE} if nothing is. */
    static int check(String compact) {
        if (compact.length() >= LINE_BUFFER) {
            return OVERFLOW;
        }
        Words words = Words.of(compact);
        if (words.malformed()) {
            return words.size() == 0 || !Character.isLetter(compact.charAt(0)) ? EXPECTED_LETTER : BAD_NUMBER;
        }
        int motions = 0;
        int spindles = 0;
        long seen = 0;
        for (int i = 0; i < words.size(); i++) {
            int wrong = word(words, i, seen);
            if (wrong != FINE) {
                return wrong;
            }
            motions += words.letter(i) == 'G' && MOTION.contains(words.code(i)) ? 1 : 0;
            spindles += words.letter(i) == 'M' && SPINDLE.contains(words.code(i)) ? 1 : 0;
            seen |= isCommand(words.letter(i)) ? 0 : 1L << (words.letter(i) - 'A');
        }
        if (motions > 1 || spindles > 1) {
            return MODAL_GROUP;
        }
        return has(words, DWELL) && !words.hasValue('P') ? VALUE_MISSING : FINE;
    }

    private static int word(Words words, int index, long seen) {
        char letter = words.letter(index);
        if (Double.isNaN(words.value(index))) {
            return BAD_NUMBER;
        }
        int code = words.code(index);
        if (letter == 'G') {
            return MOTION.contains(code) || OTHER_G.contains(code) ? FINE : UNSUPPORTED;
        }
        if (letter == 'M') {
            return M.contains(code) ? FINE : UNSUPPORTED;
        }
        if (VALUES.indexOf(letter) < 0) {
            return UNSUPPORTED;
        }
        return (seen & 1L << (letter - 'A')) != 0 ? REPEATED : FINE;
    }

    private static boolean isCommand(char letter) {
        return letter == 'G' || letter == 'M';
    }

    /** Whether a line holds a G command, given in tenths. */
    static boolean has(Words words, int code) {
        for (int i = 0; i < words.size(); i++) {
            if (words.letter(i) == 'G' && words.code(i) == code) {
                return true;
            }
        }
        return false;
    }

    /** Source: Grbl 1.1, protocol_buffer_synchronize: dwells, spindle changes, program flow. */
    static boolean mustRest(Words words) {
        for (int i = 0; i < words.size(); i++) {
            boolean dwell = words.letter(i) == 'G' && words.code(i) == 40;
            if (dwell || words.letter(i) == 'M') {
                return true;
            }
        }
        return false;
    }
}
