package org.cosmofab.bridge.gcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words of one line: letters with their numbers, in order. Reused from line to line, not thread-safe.
 *
 * <p>Reading never throws, whatever the bytes are; {@link #malformed()} tells. Numbers are plain decimals without
 * exponent.
 */
public final class Words {
    /** Most digits a number may have; so many are held exactly enough for any machine. */
    static final int DIGITS_MAX = 15;

    private static final int WORDS_MAX = 40;
    private static final int LETTERS = 26;
    private static final double[] POWERS_OF_TEN = powersOfTen();

    private final char[] letters = new char[WORDS_MAX];
    private final double[] values = new double[WORDS_MAX];
    private final int[] places = new int[LETTERS];
    private int size;
    private boolean malformed;

    private byte[] source = new byte[0];
    private int at;
    private int end;

    /** Reads one line. */
    public static Words of(String line) {
        Words words = new Words();
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        words.read(bytes, 0, bytes.length);
        return words;
    }

    /** Reads the line that stands from {@code from} to before {@code stop}, and forgets the one before. */
    public void read(byte[] bytes, int from, int stop) {
        source = bytes;
        at = from;
        end = stop;
        size = 0;
        malformed = false;
        Arrays.fill(places, 0);
        while (at < end && !malformed) {
            readWord();
        }
    }

    /** Whether the line holds anything that is not a word; the words before it can be read nevertheless. */
    public boolean malformed() {
        return malformed;
    }

    /** Number of words. */
    public int size() {
        return size;
    }

    /** Letter of the word at an index, a capital. */
    public char letter(int index) {
        return letters[index];
    }

    /** Number of the word at an index; NaN if the letter stands alone. */
    public double value(int index) {
        return values[index];
    }

    /** Command number of the word at an index in tenths, 382 for G38.2; -1 if it is no such number. */
    public int code(int index) {
        double tenths = values[index] * 10;
        int code = (int) Math.round(tenths);
        return code >= 0 && Math.abs(tenths - code) < 1e-9 ? code : -1;
    }

    /** Whether a letter stands in the line, with or without a number. */
    public boolean has(char letter) {
        return places[letter - 'A'] != 0;
    }

    /** Whether a letter stands in the line with a number. */
    public boolean hasValue(char letter) {
        return !Double.isNaN(value(letter));
    }

    /** Number of a letter, of the last such word; NaN if there is none. */
    public double value(char letter) {
        int place = places[letter - 'A'];
        return place == 0 ? Double.NaN : values[place - 1];
    }

    /** Number of a letter, or another if there is none. */
    public double valueOr(char letter, double other) {
        double value = value(letter);
        return Double.isNaN(value) ? other : value;
    }

    private void readWord() {
        int letter = source[at] & ~0x20;
        if (source[at] == ' ') {
            at++;
        } else if (letter < 'A' || letter > 'Z' || size == WORDS_MAX) {
            malformed = true;
        } else {
            at++;
            letters[size] = (char) letter;
            values[size] = readNumber();
            size++;
            places[letter - 'A'] = size;
        }
    }

    private double readNumber() {
        boolean negative = at < end && source[at] == '-';
        if (negative || at < end && source[at] == '+') {
            at++;
            malformed = !digitOrPointStandsHere();
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; digitOrPointStandsHere(); at++) {
            if (source[at] == '.') {
                malformed |= decimals >= 0;
                decimals = Math.max(decimals, 0);
            } else {
                digits = digits * 10 + source[at] - '0';
                count++;
                decimals += decimals >= 0 ? 1 : 0;
                malformed |= count > DIGITS_MAX;
            }
            if (malformed) {
                return Double.NaN;
            }
        }
        if (count == 0) {
            malformed |= decimals >= 0;
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        return negative ? -value : value;
    }

    private boolean digitOrPointStandsHere() {
        return at < end && (source[at] >= '0' && source[at] <= '9' || source[at] == '.');
    }

    private static double[] powersOfTen() {
        double[] powers = new double[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
