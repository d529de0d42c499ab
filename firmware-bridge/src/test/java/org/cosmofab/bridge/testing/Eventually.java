package org.cosmofab.bridge.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other threads and processes bring about. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("cosmofab.patience.seconds", 60));
    private static final long LOOK_NANOS = 2_000_000;

    private Eventually() {}

    /** Returns once it holds; fails, saying what there was instead, if that takes too long. */
    public static void holds(String what, BooleanSupplier condition, Supplier<?> instead) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what + "; instead: " + instead.get());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    public static void holds(String what, BooleanSupplier condition) {
        holds(what, condition, () -> "nothing known");
    }
}
