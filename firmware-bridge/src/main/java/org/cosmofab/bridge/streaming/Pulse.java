package org.cosmofab.bridge.streaming;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.wire.WireUnavailable;

/** Something done again and again in real time, until it is closed or its wire is gone. */
public final class Pulse implements AutoCloseable {
    private final ScheduledExecutorService beat;

    private Pulse(ScheduledExecutorService beat) {
        this.beat = beat;
    }

    /** Starts; the action runs on a thread of its own and must not block for long. */
    public static Pulse every(Duration interval, String name, Runnable action) {
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        Runnable once = () -> {
            try {
                action.run();
            } catch (WireUnavailable e) {
                beat.shutdown();
            }
        };
        beat.scheduleWithFixedDelay(once, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return new Pulse(beat);
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
