package org.cosmofab.bridge.simulated;

import java.time.Duration;

/**
 * Marlin's print job timer. It counts the time that the machine is busy, so that in a fast simulation a host's own
 * slowness is no printing time. Not thread-safe.
 */
final class PrintTimer {
    private boolean running;
    private long startedAtBusy;
    private long counted;

    void start(long busyNanos) {
        if (!running) {
            running = true;
            startedAtBusy = busyNanos;
            counted = 0;
        }
    }

    void stop(long busyNanos) {
        counted = nanos(busyNanos);
        running = false;
    }

    /** As M31 tells it, to the second: {@code 1h 2m 3s}. Source: Marlin 2.1.2, duration_t.h. */
    String text(long busyNanos) {
        Duration duration = Duration.ofNanos(nanos(busyNanos));
        StringBuilder text = new StringBuilder();
        if (duration.toDays() > 0) {
            text.append(duration.toDays()).append("d ");
        }
        if (duration.toHours() > 0) {
            text.append(duration.toHoursPart()).append("h ");
        }
        if (duration.toMinutes() > 0) {
            text.append(duration.toMinutesPart()).append("m ");
        }
        return text.append(duration.toSecondsPart()).append('s').toString();
    }

    private long nanos(long busyNanos) {
        return running ? busyNanos - startedAtBusy : counted;
    }
}
