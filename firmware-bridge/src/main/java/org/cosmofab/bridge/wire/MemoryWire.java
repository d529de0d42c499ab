package org.cosmofab.bridge.wire;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One end of a wire that stays inside the process. */
public final class MemoryWire implements Wire {
    private static final int CAPACITY_BYTES = 65_536;
    private static final Duration WRITE_WAIT_MAX = Duration.ofSeconds(5);

    private final String name;
    private final Pipe incoming;
    private final Pipe outgoing;

    private MemoryWire(String name, Pipe incoming, Pipe outgoing) {
        this.name = name;
        this.incoming = incoming;
        this.outgoing = outgoing;
    }

    /** The two ends of one wire. */
    public record Pair(Wire host, Wire machine) {}

    /** Makes a wire; closing either end closes both. */
    public static Pair pair(String name) {
        Pipe toMachine = new Pipe();
        Pipe toHost = new Pipe();
        return new Pair(
                new MemoryWire(name + " (host)", toHost, toMachine),
                new MemoryWire(name + " (machine)", toMachine, toHost));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) {
        if (!outgoing.write(bytes)) {
            throw new WireUnavailable(name + " is closed, or nobody reads at its other end");
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        int count = incoming.read(buffer, timeout.toNanos());
        if (count < 0) {
            throw new WireUnavailable(name + " is closed");
        }
        return count;
    }

    @Override
    public void close() {
        incoming.close();
        outgoing.close();
    }

    /** A bounded ring of bytes between two threads. What was written before the end is read before the end is told. */
    private static final class Pipe {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private final byte[] ring = new byte[CAPACITY_BYTES];
        private int start;
        private int size;
        private boolean closed;

        boolean write(byte[] bytes) {
            lock.lock();
            try {
                for (byte b : bytes) {
                    if (!awaitRoom()) {
                        return false;
                    }
                    ring[(start + size++) % ring.length] = b;
                }
                changed.signalAll();
                return true;
            } finally {
                lock.unlock();
            }
        }

        private boolean awaitRoom() {
            long left = WRITE_WAIT_MAX.toNanos();
            try {
                while (size == ring.length && !closed && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return !closed && size < ring.length;
        }

        int read(byte[] buffer, long timeoutNanos) {
            lock.lock();
            try {
                awaitBytes(timeoutNanos);
                if (size == 0) {
                    return closed ? -1 : 0;
                }
                int count = Math.min(size, buffer.length);
                for (int i = 0; i < count; i++) {
                    buffer[i] = ring[start];
                    start = (start + 1) % ring.length;
                }
                size -= count;
                changed.signalAll();
                return count;
            } finally {
                lock.unlock();
            }
        }

        private void awaitBytes(long timeoutNanos) {
            long left = timeoutNanos;
            try {
                while (size == 0 && !closed && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void close() {
            lock.lock();
            try {
                closed = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
