package org.cosmofab.bridge.simulated;

/** A receive buffer as small boards have it: what does not fit is lost without a word. Not thread-safe. */
final class ByteRing {
    private final byte[] bytes;
    private int start;
    private int size;

    ByteRing(int capacity) {
        bytes = new byte[capacity];
    }

    void put(byte b) {
        if (size < bytes.length) {
            bytes[(start + size++) % bytes.length] = b;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int free() {
        return bytes.length - size;
    }

    byte take() {
        byte b = bytes[start];
        start = (start + 1) % bytes.length;
        size--;
        return b;
    }

    void clear() {
        size = 0;
    }
}
