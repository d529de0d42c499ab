package org.cosmofab.bridge.streaming;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cosmofab.bridge.time.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * What was heard from a machine and not yet dealt with, in order. Filled by one thread, emptied by another.
 *
 * <p>It is bounded: what comes when nobody listens is dropped in the end, so a listener clears it before it asks.
 *
 * @param <T> what was heard
 */
public final class Inbox<T> {
    private static final int CAPACITY = 4096;
    /** How long a change that no message tells, such as a cancel, may go unseen. */
    private static final Duration SLICE = Duration.ofMillis(20);

    private final BlockingQueue<T> messages = new ArrayBlockingQueue<>(CAPACITY);
    private final Ticker ticker;
    private volatile @Nullable Reader<T> reader;
    private volatile String closedBecause = "";

    /**
     * Deals with messages on the thread that brings them, which spares a change of threads for each.
     *
     * @param <T> what was heard
     */
    public interface Reader<T> {

        /** @return whether it was dealt with; if not, it goes into the box */
        boolean took(T message);

        /** All that came together was offered. */
        void rest();

        /** Nothing more will come. Must not wait for anything. */
        void closed();
    }

    public Inbox(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Offers what comes to a reader first; null ends that. */
    public void divert(@Nullable Reader<T> to) {
        reader = to;
    }

    /** Puts a message in, unless a reader takes it; drops it if the box is full. */
    public void put(T message) {
        Reader<T> first = reader;
        if (first == null || !first.took(message)) {
            messages.offer(message);
        }
    }

    /** All that came together was put in. */
    public void rest() {
        Reader<T> first = reader;
        if (first != null) {
            first.rest();
        }
    }

    public void clear() {
        messages.clear();
    }

    /** Tells whoever waits that nothing more will come, and why. */
    public void close(String because) {
        closedBecause = because;
        Reader<T> first = reader;
        if (first != null) {
            first.closed();
        }
    }

    public boolean isClosed() {
        return !closedBecause.isEmpty();
    }

    /** Why nothing more will come; empty while something may. */
    public String closedBecause() {
        return closedBecause;
    }

    /**
     * The next message, if one is there or comes before the deadline, before the box is closed, and before the watch
     * says that it is over.
     *
     * @param deadline by the ticker, in nanoseconds
     * @param over looked at now and then; true ends the wait
     */
    public @Nullable T await(long deadline, BooleanSupplier over) {
        @Nullable T message = messages.poll();
        while (message == null && !isClosed() && !over.getAsBoolean()) {
            long left = deadline - ticker.nanos();
            if (left <= 0) {
                return null;
            }
            message = poll(Math.min(left, SLICE.toNanos()));
        }
        return message;
    }

    private @Nullable T poll(long nanos) {
        try {
            return messages.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
