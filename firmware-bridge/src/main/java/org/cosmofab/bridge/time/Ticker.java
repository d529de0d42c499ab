package org.cosmofab.bridge.time;

/** Real time that only ever grows, for measuring how long something took or may take. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some fixed moment; only differences mean anything. */
    long nanos();

    static Ticker system() {
        return System::nanoTime;
    }
}
