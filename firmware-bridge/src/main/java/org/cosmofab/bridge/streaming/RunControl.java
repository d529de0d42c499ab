package org.cosmofab.bridge.streaming;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What was asked of a run from outside. Set by any thread, obeyed by the running one at its next look. */
public final class RunControl {
    private volatile boolean paused;
    private volatile boolean cancelled;
    private volatile boolean stopped;
    private final CountDownLatch stopLooked = new CountDownLatch(1);
    private volatile boolean stopSeen;
    private volatile Runnable changed = () -> {};

    /** What to do whenever something was asked; on the thread that asks, so it must be quick. */
    public void whenChanged(Runnable action) {
        changed = action;
    }

    public void pause() {
        paused = true;
        changed.run();
    }

    public void resume() {
        paused = false;
        changed.run();
    }

    public void cancel() {
        cancelled = true;
        changed.run();
    }

    /** Asks for an end without any further word to the machine; whoever asks stops it, and tells what was seen. */
    public void stop() {
        stopped = true;
        changed.run();
    }

    /** What came of the stop; seen once is seen. */
    public void stopSeen(boolean observed) {
        if (observed) {
            stopSeen = true;
        }
        stopLooked.countDown();
    }

    /** Whether the machine was seen to obey the stop; waits at most so long for whoever stops it to have looked. */
    public boolean isStopSeenWithin(Duration patience) {
        try {
            return stopLooked.await(patience.toNanos(), TimeUnit.NANOSECONDS) && stopSeen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopSeen;
        }
    }

    public boolean paused() {
        return paused && !ending();
    }

    public boolean stopped() {
        return stopped;
    }

    /** Whether the run is to end, one way or the other. */
    public boolean ending() {
        return cancelled || stopped;
    }
}
