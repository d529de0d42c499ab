package org.cosmofab.bridge.streaming;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a run on the wire's thread: each answer lets the next lines go at once, without waking the run's own
 * thread, which only looks now and then. The run is its own lock.
 *
 * @param <T> what is heard
 */
public final class OnWire<T> implements Inbox.Reader<T> {
    private final Steps<T> run;
    private final Thread runner;
    private @Nullable RuntimeException trouble;

    /**
     * A run in steps, each called with the run's monitor held.
     *
     * @param <T> what is heard
     */
    public interface Steps<T> {
        boolean isOver();

        /** Whether nothing more may be sent. */
        boolean isEnding();

        void heard(T message);

        /** Sends what may go now. */
        void feed();
    }

    /** To be made on the thread that will wait. */
    public OnWire(Steps<T> run) {
        this.run = run;
        this.runner = Thread.currentThread();
    }

    /** Waits so long, or until there is something to look at; then throws what was thrown on the wire's thread. */
    public void await(Duration patience) {
        LockSupport.parkNanos(patience.toNanos());
        synchronized (run) {
            if (trouble != null) {
                throw trouble;
            }
        }
    }

    /** Ends the wait; from any thread. */
    public void wake() {
        LockSupport.unpark(runner);
    }

    @Override
    public boolean took(T message) {
        synchronized (run) {
            if (trouble != null || run.isOver()) {
                return false;
            }
            guarded(() -> run.heard(message));
            return true;
        }
    }

    @Override
    public void rest() {
        synchronized (run) {
            if (trouble == null && !run.isOver() && !run.isEnding()) {
                guarded(run::feed);
            }
            if (trouble != null || run.isOver()) {
                wake();
            }
        }
    }

    @Override
    public void closed() {
        wake();
    }

    /** The wire's thread must not die of what a listener does, nor of a wire that takes nothing. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            trouble = e;
            wake();
        }
    }
}
