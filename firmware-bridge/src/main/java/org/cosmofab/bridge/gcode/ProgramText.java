package org.cosmofab.bridge.gcode;

import java.util.Arrays;
import java.util.Objects;

/** Lines kept end to end in one array, with where each begins and its number in the source file. */
final class ProgramText {
    private static final int BYTES_PER_LINE_GUESS = 24;

    private byte[] bytes;
    private int[] starts;
    private int[] numbers;
    private int length;
    private int size;

    ProgramText(int sourceBytes) {
        bytes = new byte[Math.max(64, sourceBytes)];
        starts = new int[sourceBytes / BYTES_PER_LINE_GUESS + 16];
        numbers = new int[starts.length];
    }

    /** Adds a line, given without line end. */
    void add(int number, byte[] source, int count) {
        if (size + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            numbers = Arrays.copyOf(numbers, starts.length);
        }
        if (length + count + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, (length + count + 1) * 2);
        }
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
        bytes[length++] = '\n';
        numbers[size++] = number;
        starts[size] = length;
    }

    ProgramText trimmed() {
        bytes = Arrays.copyOf(bytes, length);
        starts = Arrays.copyOf(starts, size + 1);
        numbers = Arrays.copyOf(numbers, size);
        return this;
    }

    int size() {
        return size;
    }

    int number(int index) {
        return numbers[Objects.checkIndex(index, size)];
    }

    byte[] line(int index) {
        Objects.checkIndex(index, size);
        return Arrays.copyOfRange(bytes, starts[index], starts[index + 1] - 1);
    }

    void read(int index, Words words) {
        Objects.checkIndex(index, size);
        words.read(bytes, starts[index], starts[index + 1] - 1);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
