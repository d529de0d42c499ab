package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;

/**
 * The machine's end of a wire, as slow and as late as a {@link LinkModel} says. Any simulated firmware can serve it.
 *
 * <p>A byte is never early. A read may be late within a line: it wakes for line ends and real-time bytes, not for each
 * byte, or a hundred idle machines would keep a core busy.
 */
public final class ModelledLink implements Wire {
    private static final Duration READ_SLICE = Duration.ofMillis(200);

    private final Wire wire;
    private final LinkModel model;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TimedBytes incoming = new TimedBytes();
    private final TimedBytes outgoing = new TimedBytes();
    private String gone = "";

    private ModelledLink(Wire wire, LinkModel model) {
        this.wire = wire;
        this.model = model;
    }

    /** Starts the link's own threads; they end with the wire. */
    public static ModelledLink over(Wire wire, LinkModel model) {
        ModelledLink link = new ModelledLink(wire, model);
        link.start("from host ", link::carryIn);
        link.start("to host ", link::carryOut);
        return link;
    }

    private void start(String direction, Runnable work) {
        Thread thread = new Thread(work, direction + wire.name());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return wire.name();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        lock.lock();
        try {
            awaitIncoming(System.nanoTime() + timeout.toNanos());
            int count = incoming.take(buffer, buffer.length, System.nanoTime());
            if (count > 0) {
                changed.signalAll();
            } else if (!gone.isEmpty()) {
                throw new WireUnavailable(gone);
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitIncoming(long deadline) {
        while (gone.isEmpty()) {
            long now = System.nanoTime();
            long until = incoming.isEmpty() ? deadline : Math.min(deadline, incoming.nextWorthWaking());
            if (until - now <= 0 || !waitNanos(until - now)) {
                return;
            }
        }
    }

    @Override
    public void write(byte[] bytes) {
        lock.lock();
        try {
            requireThere();
            while (!outgoing.hasRoomFor(bytes.length) && gone.isEmpty() && waitNanos(READ_SLICE.toNanos())) {
                requireThere();
            }
            outgoing.add(bytes, bytes.length, System.nanoTime(), model.byteNanos());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void requireThere() {
        if (!gone.isEmpty()) {
            throw new WireUnavailable(gone);
        }
    }

    @Override
    public void close() {
        wire.close();
        end(wire.name() + " is closed");
    }

    private void end(String why) {
        lock.lock();
        try {
            gone = gone.isEmpty() ? why : gone;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitNanos(long nanos) {
        try {
            changed.awaitNanos(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void carryIn() {
        byte[] buffer = new byte[1024];
        try {
            while (gone.isEmpty()) {
                int count = wire.read(buffer, READ_SLICE);
                if (count > 0) {
                    arrived(buffer, count);
                }
            }
        } catch (WireUnavailable e) {
            end(e.getMessage());
        }
    }

    private void arrived(byte[] buffer, int count) {
        lock.lock();
        try {
            while (!incoming.hasRoomFor(count) && gone.isEmpty() && waitNanos(READ_SLICE.toNanos())) {
                // A full queue holds the host up, as the driver of a real port does.
                continue;
            }
            long chip = System.nanoTime() + model.toMachine().toNanos();
            incoming.add(buffer, count, chip, model.byteNanos());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void carryOut() {
        byte[] batch = new byte[model.batchBytes()];
        try {
            while (gone.isEmpty()) {
                int count = nextBatch(batch);
                if (count > 0) {
                    wire.write(Arrays.copyOf(batch, count));
                }
            }
        } catch (WireUnavailable e) {
            end(e.getMessage());
        }
    }

    private int nextBatch(byte[] batch) {
        lock.lock();
        try {
            if (outgoing.isEmpty()) {
                waitNanos(READ_SLICE.toNanos());
                return 0;
            }
            long deadline = outgoing.due(0) + model.toHost().toNanos();
            boolean full = outgoing.size() >= batch.length && outgoing.due(batch.length - 1) - deadline <= 0;
            long release = full ? outgoing.due(batch.length - 1) : deadline;
            long left = release - System.nanoTime();
            if (left > 0) {
                waitNanos(left);
                return 0;
            }
            return outgoing.take(batch, batch.length, release);
        } finally {
            lock.unlock();
        }
    }
}
