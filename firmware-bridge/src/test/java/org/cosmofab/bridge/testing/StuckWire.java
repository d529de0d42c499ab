package org.cosmofab.bridge.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;

/** A wire whose next status question is never taken, once it is told to stick: that write blocks until it is closed. */
public final class StuckWire implements Wire {
    private final Wire wire;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean sticks;

    public StuckWire(Wire wire) {
        this.wire = wire;
    }

    public void stick() {
        sticks = true;
    }

    @Override
    public String name() {
        return wire.name();
    }

    @Override
    public void write(byte[] bytes) {
        if (sticks && bytes.length == 1 && bytes[0] == '?') {
            awaitClosed();
            throw new WireUnavailable(name() + " was stuck");
        }
        wire.write(bytes);
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        return wire.read(buffer, timeout);
    }

    @Override
    public void close() {
        closed.countDown();
        wire.close();
    }
}
