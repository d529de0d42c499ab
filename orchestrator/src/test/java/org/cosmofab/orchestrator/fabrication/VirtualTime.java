package org.cosmofab.orchestrator.fabrication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when nothing else is to be done at this moment; workshop time runs ten times as fast. */
final class VirtualTime extends Clock {
    static final Instant REAL_ORIGIN = Instant.parse("2026-11-23T06:00:00Z");
    static final Instant WORKSHOP_ORIGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final int SPEED = 10;

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private Duration passed = Duration.ZERO;
    private long count;

    private record Task(Duration at, long number, Runnable what) {}

    void after(Duration delay, Runnable what) {
        tasks.add(new Task(passed.plus(delay), count++, what));
    }

    void every(Duration interval, Runnable what) {
        after(interval, () -> {
            what.run();
            every(interval, what);
        });
    }

    /** Does what is next; false if that would be later than the end. */
    boolean step(Duration end) {
        Task next = tasks.peek();
        if (next == null || next.at().compareTo(end) > 0) {
            return false;
        }
        tasks.remove();
        passed = next.at();
        next.what().run();
        return true;
    }

    Duration passed() {
        return passed;
    }

    Instant real() {
        return real(Duration.ZERO);
    }

    /** Real time by a clock that goes ahead by so much. */
    Instant real(Duration ahead) {
        return REAL_ORIGIN.plus(passed).plus(ahead);
    }

    Instant workshop(Duration ahead) {
        return WORKSHOP_ORIGIN.plus(passed.plus(ahead).multipliedBy(SPEED));
    }

    @Override
    public Instant instant() {
        return workshop(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("workshops of the simulation live in UTC");
    }
}
