package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cosmofab.bridge.wire.Wire;

/** A wire that watches how many bytes the host has sent and not yet been given the acknowledgement of. */
final class Unacknowledged implements Wire {
    private static final byte RESET = 0x18;

    private final Wire wire;
    private final boolean answersEmptyLines;
    private final Deque<Integer> lines = new ArrayDeque<>();
    private int lineBytes;
    private int open;
    private int max;
    private boolean lineStart = true;

    /** @param answersEmptyLines whether the firmware acknowledges a line end that ends nothing */
    Unacknowledged(Wire wire, boolean answersEmptyLines) {
        this.wire = wire;
        this.answersEmptyLines = answersEmptyLines;
    }

    /** Source: Grbl 1.1, config.h, CMD_*; such bytes never enter the receive buffer. */
    static boolean isRealTime(byte b) {
        return b < 0 || b == RESET || b == '?' || b == '!' || b == '~';
    }

    /** The most since the last call. */
    synchronized int takeMax() {
        int most = max;
        max = open;
        return most;
    }

    @Override
    public String name() {
        return wire.name();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        int count = wire.read(buffer, timeout);
        sent(buffer, count);
        return count;
    }

    private synchronized void sent(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            if (isRealTime(buffer[i])) {
                continue;
            }
            lineBytes++;
            open++;
            if (buffer[i] == '\n') {
                ended();
            }
        }
        max = Math.max(max, open);
    }

    private void ended() {
        if (lineBytes > 1 || answersEmptyLines) {
            lines.addLast(lineBytes);
        } else {
            open -= lineBytes;
        }
        lineBytes = 0;
    }

    /** Counts before it writes, so that the host cannot have been quicker. */
    @Override
    public void write(byte[] bytes) {
        acknowledged(bytes);
        wire.write(bytes);
    }

    private synchronized void acknowledged(byte[] bytes) {
        for (byte b : bytes) {
            if (lineStart && b == 'o' && !lines.isEmpty()) {
                open -= lines.removeFirst();
            }
            lineStart = b == '\n';
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
