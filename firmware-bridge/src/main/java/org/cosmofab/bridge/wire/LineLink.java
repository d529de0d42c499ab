package org.cosmofab.bridge.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wire read line by line on a thread of its own, and written in pieces that never mix.
 *
 * <p>The loss of the wire is told once, as is {@link #close()}; nothing is told after that.
 */
public final class LineLink implements AutoCloseable {
    private static final Duration READ_SLICE = Duration.ofMillis(500);
    private static final Duration WRITE_TURN_MAX = Duration.ofSeconds(2);
    /** Longer than any firmware's line; what comes without a line end is noise and is cut. */
    private static final int LINE_LENGTH_MAX = 1024;

    /** Told of what comes over the wire, on the link's own thread; must return quickly. */
    public interface Listener {

        /** A line that is not empty, without its end; a byte that is not ASCII arrives as U+FFFD. */
        void heard(String line);

        void lost(String reason);

        /** All lines that came together have been told; what follows from them can be done in one go. */
        default void rest() {}
    }

    private final Wire wire;
    private final Listener listener;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final AtomicBoolean over = new AtomicBoolean();
    private final StringBuilder line = new StringBuilder();

    private LineLink(Wire wire, Listener listener) {
        this.wire = wire;
        this.listener = listener;
    }

    /** Starts reading at once. */
    public static LineLink start(Wire wire, Listener listener) {
        LineLink link = new LineLink(wire, listener);
        Thread reader = new Thread(link::read, "wire " + wire.name());
        reader.setDaemon(true);
        reader.start();
        return link;
    }

    /**
     * Writes all of it or nothing; no other write comes in between.
     *
     * @throws WireUnavailable if the wire is gone, or another write has blocked it for two seconds
     */
    public void write(byte[] bytes) {
        if (!takeTurn()) {
            throw new WireUnavailable(wire.name() + " takes no bytes");
        }
        try {
            wire.write(bytes);
        } catch (WireUnavailable e) {
            end(e.getMessage());
            throw e;
        } finally {
            writing.unlock();
        }
    }

    public void write(String ascii) {
        write(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    public boolean isOpen() {
        return !over.get();
    }

    @Override
    public void close() {
        end("closed by its owner");
    }

    private boolean takeTurn() {
        try {
            return writing.tryLock(WRITE_TURN_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return writing.tryLock();
        }
    }

    private void read() {
        byte[] buffer = new byte[4096];
        try {
            while (isOpen()) {
                int count = wire.read(buffer, READ_SLICE);
                for (int i = 0; i < count; i++) {
                    take(buffer[i]);
                }
                if (count > 0) {
                    listener.rest();
                }
            }
        } catch (WireUnavailable e) {
            end(e.getMessage());
        } catch (RuntimeException e) {
            // A bug in what listens: nobody hears the machine any more, and that must be told, not hidden.
            end("nobody listens to " + wire.name() + ": " + e);
            throw e;
        }
    }

    private void take(byte b) {
        if (b != '\n' && b != '\r' && line.length() < LINE_LENGTH_MAX) {
            line.append(b < 0 ? '\uFFFD' : (char) b);
            return;
        }
        if (!line.isEmpty() && isOpen()) {
            listener.heard(line.toString());
        }
        line.setLength(0);
    }

    private void end(String reason) {
        if (over.compareAndSet(false, true)) {
            wire.close();
            listener.lost(reason);
        }
    }
}
