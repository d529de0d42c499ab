package org.cosmofab.orchestrator.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, and says so when it does not. */
public final class Wait {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = 5_000_000;

    private Wait() {}

    /**
     * @param what completes the sentence "waited in vain: ..."
     */
    public static void until(String what, BooleanSupplier condition) {
        until(what, LIMIT, condition);
    }

    public static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
