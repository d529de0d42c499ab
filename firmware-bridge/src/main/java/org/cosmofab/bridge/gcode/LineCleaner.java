package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Sanitised.Reason;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one raw line and keeps its words; reused from line to line, not thread-safe. */
final class LineCleaner {
    /** Display text, dropped: it moves nothing, and its text may hold anything. */
    private static final int DISPLAY_TEXT = 117;

    /** Commands whose argument is text: host actions, file names, printer names. */
    private static final Set<Integer> TEXT_COMMANDS = Set.of(16, 23, 28, 32, 33, 118, 928);

    /** Letters that mean nothing without a number, in any dialect. */
    private static final String NEVER_BARE = "GMNT";

    private final Dialect dialect;
    private final LayerHints layerHints = new LayerHints();
    private final byte[] kept;
    private int length;
    private int lettersSeen;

    private byte[] source = new byte[0];
    private int from;
    private int at;
    private int end;
    private @Nullable Reason reason;
    private String detail = "";

    LineCleaner(Dialect dialect) {
        this.dialect = dialect;
        this.kept = new byte[dialect.payloadBytesMax()];
    }

    OptionalInt layers() {
        return layerHints.layers();
    }

    /** Why the last line, which has this number, is not fit. */
    Sanitised.Refused refusal(int number) {
        return new Sanitised.Refused(number, Objects.requireNonNull(reason, "the line was fit"), detail);
    }

    /** Reads the words that were kept of the last line; false if none were. */
    boolean read(Words words) {
        if (length > 0) {
            words.read(kept, 0, length);
        }
        return length > 0;
    }

    /** Adds what was kept of the last line, if anything was. */
    void addTo(ProgramText text, int number) {
        if (length > 0) {
            text.add(number, kept, length);
        }
    }

    /**
     * Cleans the bytes from {@code start} to before {@code stop}, which hold no line feed.
     *
     * @return whether the line is fit; if not, {@link #refusal} says why
     */
    boolean clean(byte[] bytes, int start, int stop) {
        source = bytes;
        from = start;
        at = start;
        end = stop;
        length = 0;
        lettersSeen = 0;
        reason = null;
        boolean more = true;
        while (more && at < end) {
            more = step();
        }
        return reason == null;
    }

    /** Takes what stands next; false when nothing of the line is left to read. */
    private boolean step() {
        byte next = source[at];
        if (isBlank(next)) {
            at++;
            return true;
        }
        if (isLetter(next)) {
            return word();
        }
        if (next == ';') {
            return restIsComment();
        }
        if (next == '(') {
            return comment();
        }
        if (next == '*' && length > 0) {
            return checksum();
        }
        return refuse(reasonFor(next), "");
    }

    private boolean restIsComment() {
        layerHints.read(source, at + 1, end);
        return hasNoLoneReturn(end);
    }

    private boolean comment() {
        int close = at;
        while (close < end && source[close] != ')') {
            close++;
        }
        if (!hasNoLoneReturn(close)) {
            return false;
        }
        at = close + 1;
        return true;
    }

    /** A carriage return inside a line ends it for some readers, and the rest of a comment would become a command. */
    private boolean hasNoLoneReturn(int stop) {
        for (; at < stop; at++) {
            if (source[at] == '\r') {
                return refuse(Reason.CONTROL_BYTE, "");
            }
        }
        return true;
    }

    private boolean checksum() {
        at++;
        int digits = at;
        skipDigits();
        if (digits == at) {
            at = digits - 1;
            return refuse(Reason.WORD_MALFORMED, "no checksum behind *");
        }
        skipBlanks();
        return at == end || source[at] == ';' || source[at] == '('
                ? restIsComment()
                : refuse(Reason.WORD_MALFORMED, "text behind the checksum");
    }

    private boolean word() {
        int begin = at;
        char letter = (char) (source[at++] & ~0x20);
        skipBlanks();
        int number = at;
        if (!number()) {
            return false;
        }
        if (letter == 'N' && length == 0 && at > number) {
            return true;
        }
        if (at == number && !mayStandBare(letter)) {
            boolean expression = at < end && reasonFor(source[at]) == Reason.EXPRESSION;
            at = begin;
            return refuse(
                    expression ? Reason.EXPRESSION : Reason.WORD_MALFORMED,
                    letter + (expression ? " with an expression" : " without a number"));
        }
        if (letter == 'M' && isTextCommand(number)) {
            return textCommand(begin, number);
        }
        return keep(begin, letter, number);
    }

    /** Moves behind the number that stands here, if one does; false and refused if it is half a number. */
    private boolean number() {
        int begin = at;
        if (at < end && (source[at] == '-' || source[at] == '+')) {
            at++;
        }
        int digits = skipDigits();
        if (at < end && source[at] == '.') {
            at++;
            digits += skipDigits();
        }
        if (at > begin && (digits == 0 || digits > Words.DIGITS_MAX)) {
            at = begin;
            return refuse(Reason.WORD_MALFORMED, digits == 0 ? "no number" : "a number of " + digits + " digits");
        }
        return true;
    }

    private boolean mayStandBare(char letter) {
        return dialect == Dialect.MARLIN && NEVER_BARE.indexOf(letter) < 0;
    }

    private boolean isTextCommand(int number) {
        int code = code(number);
        return length == 0 && (code == DISPLAY_TEXT || TEXT_COMMANDS.contains(code));
    }

    private boolean textCommand(int begin, int number) {
        int code = code(number);
        if (code == DISPLAY_TEXT) {
            return hasNoLoneReturn(end);
        }
        at = begin;
        return refuse(Reason.TEXT_COMMAND, "M" + code + " carries text");
    }

    /** The whole number written from {@code number} to here; -1 if it is not one of at most four digits. */
    private int code(int number) {
        int code = 0;
        for (int i = number; i < at; i++) {
            if (source[i] < '0' || source[i] > '9' || code > 999) {
                return -1;
            }
            code = code * 10 + source[i] - '0';
        }
        return code;
    }

    private boolean keep(int begin, char letter, int number) {
        int bit = 1 << (letter - 'A');
        if (letter != 'G' && letter != 'M' && (lettersSeen & bit) != 0) {
            at = begin;
            return refuse(Reason.WORD_TWICE, letter + " stands twice");
        }
        lettersSeen |= bit;
        int gap = length == 0 ? 0 : 1;
        int count = at - number;
        if (length + gap + 1 + count > kept.length) {
            at = begin;
            return refuse(Reason.LINE_TOO_LONG, "longer than " + kept.length + " bytes");
        }
        if (gap == 1) {
            kept[length++] = ' ';
        }
        kept[length++] = (byte) letter;
        System.arraycopy(source, number, kept, length, count);
        length += count;
        return true;
    }

    private int skipDigits() {
        int begin = at;
        while (at < end && source[at] >= '0' && source[at] <= '9') {
            at++;
        }
        return at - begin;
    }

    private void skipBlanks() {
        while (at < end && isBlank(source[at])) {
            at++;
        }
    }

    private boolean refuse(Reason why, String what) {
        reason = why;
        String place = "column " + (at - from + 1) + ": ";
        detail = place + (what.isEmpty() ? describe(source[at]) : what);
        length = 0;
        return false;
    }

    private static String describe(byte found) {
        int unsigned = found & 0xFF;
        return unsigned > ' ' && unsigned < 0x7F
                ? "found " + (char) unsigned
                : String.format(Locale.ROOT, "found byte 0x%02X", unsigned);
    }

    private static Reason reasonFor(byte found) {
        if ((found & 0xFF) > 0x7F) {
            return Reason.BYTE_NOT_ASCII;
        }
        if (found < ' ' || found == 0x7F) {
            return Reason.CONTROL_BYTE;
        }
        return switch (found) {
            case '?', '!', '~' -> Reason.REAL_TIME_CHARACTER;
            case '%', '[', ']', '#', '=', '<', '>', '{', '}' -> Reason.EXPRESSION;
            case '$' -> Reason.SETTING;
            default -> Reason.WORD_MALFORMED;
        };
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isLetter(byte b) {
        int upper = b & ~0x20;
        return upper >= 'A' && upper <= 'Z';
    }
}
