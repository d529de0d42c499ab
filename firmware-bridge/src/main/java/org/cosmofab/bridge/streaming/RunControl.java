package org.cosmofab.bridge.streaming;

/** What was asked of a run from outside. Set by any thread, obeyed by the running one at its next look. */
public final class RunControl {
    private volatile boolean paused;
    private volatile boolean cancelled;
    private volatile boolean stopped;

    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
    }

    public void cancel() {
        cancelled = true;
    }

    /** Asks for an end without any further word to the machine; whoever asks has stopped it already. */
    public void stop() {
        stopped = true;
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
