package org.cosmofab.bridge.simulated;

/** Bytes in order, each with the moment from which it is there. Not thread-safe. */
final class TimedBytes {
    private static final int CAPACITY = 16_384;
    private static final byte LAST_PLAIN = '}';

    private final byte[] bytes = new byte[CAPACITY];
    private final long[] dues = new long[CAPACITY];
    private int start;
    private int size;
    private long lineFreeAt = Long.MIN_VALUE;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    boolean hasRoomFor(int count) {
        return size == 0 || size + count <= CAPACITY;
    }

    /** Each byte takes its time on the line, behind the one before. */
    void add(byte[] source, int count, long from, long byteNanos) {
        if (lineFreeAt == Long.MIN_VALUE || lineFreeAt - from < 0) {
            lineFreeAt = from;
        }
        for (int i = 0; i < count; i++) {
            lineFreeAt += byteNanos;
            int at = (start + size) % CAPACITY;
            bytes[at] = source[i];
            dues[at] = lineFreeAt;
            size++;
        }
    }

    long due(int index) {
        return dues[(start + index) % CAPACITY];
    }

    /** When the first byte is there that ends a line or may be a real-time command; else the last byte. */
    long nextWorthWaking() {
        for (int i = 0; i < size; i++) {
            byte b = bytes[(start + i) % CAPACITY];
            if (b < ' ' || b > LAST_PLAIN || b == '?' || b == '!') {
                return due(i);
            }
        }
        return due(size - 1);
    }

    int take(byte[] target, int max, long now) {
        int count = 0;
        while (count < max && size > 0 && dues[start] - now <= 0) {
            target[count++] = bytes[start];
            start = (start + 1) % CAPACITY;
            size--;
        }
        return count;
    }
}
