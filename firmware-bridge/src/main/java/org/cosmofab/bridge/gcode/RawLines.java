package org.cosmofab.bridge.gcode;

import java.util.Arrays;

/** Cuts bytes that come in pieces into lines without their ends; not thread-safe. */
final class RawLines {
    /** Longest line kept, comments included, in bytes: what is longer is no G-code. */
    static final int LINE_BYTES_MAX = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Reader reader;
    private byte[] carried = new byte[512];
    private int carriedCount;
    private boolean tooLong;
    private int number;

    /** Who is told of each line. */
    interface Reader {
        /** A line stands from {@code from} to before {@code end}; its number counts from 1. */
        void line(int number, byte[] bytes, int from, int end);

        /** A line is longer than {@link #LINE_BYTES_MAX}. */
        void tooLong(int number);
    }

    RawLines(Reader reader) {
        this.reader = reader;
    }

    /** Lines told of so far. */
    int count() {
        return number;
    }

    void read(byte[] bytes, int count) {
        int from = 0;
        for (int at = 0; at < count; at++) {
            if (bytes[at] == '\n') {
                end(bytes, from, at);
                from = at + 1;
            }
        }
        carry(bytes, from, count);
    }

    /** Tells of the last line, if no line end stands behind it. */
    void finish() {
        if (carriedCount > 0 || tooLong) {
            end(carried, 0, 0);
        }
    }

    private void end(byte[] bytes, int from, int end) {
        number++;
        if (carriedCount == 0 && !tooLong && end - from <= LINE_BYTES_MAX) {
            tell(bytes, from, end);
            return;
        }
        carry(bytes, from, end);
        if (tooLong) {
            reader.tooLong(number);
        } else {
            tell(carried, 0, carriedCount);
        }
        carriedCount = 0;
        tooLong = false;
    }

    private void tell(byte[] bytes, int from, int end) {
        int last = end;
        while (last > from && bytes[last - 1] == '\r') {
            last--;
        }
        reader.line(number, bytes, number == 1 ? behindMark(bytes, from, last) : from, last);
    }

    private static int behindMark(byte[] bytes, int from, int end) {
        int behind = from + BYTE_ORDER_MARK.length;
        return behind <= end && Arrays.equals(bytes, from, behind, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
                ? behind
                : from;
    }

    private void carry(byte[] bytes, int from, int end) {
        int count = end - from;
        tooLong |= carriedCount + count > LINE_BYTES_MAX;
        if (tooLong) {
            carriedCount = 0;
            return;
        }
        if (carriedCount + count > carried.length) {
            carried = Arrays.copyOf(carried, Math.max(carriedCount + count, carried.length * 2));
        }
        System.arraycopy(bytes, from, carried, carriedCount, count);
        carriedCount += count;
    }
}
