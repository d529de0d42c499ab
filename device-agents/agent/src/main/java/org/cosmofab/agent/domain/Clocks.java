package org.cosmofab.agent.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cosmofab.bridge.time.Ticker;

/**
 * The times that an agent lives in.
 *
 * @param workshop what facts and events are told in; a simulation may run it faster
 * @param real what expiry is judged by; somebody may set it
 * @param ticker what pauses are measured by; nobody sets it
 */
public record Clocks(Clock workshop, Clock real, Ticker ticker) {

    /** With the ticker of this process. */
    public Clocks(Clock workshop, Clock real) {
        this(workshop, real, Ticker.system());
    }

    /** Workshop time to the microsecond, as databases keep it. */
    public Instant workshopNow() {
        return workshop.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Real time to the microsecond. */
    public Instant realNow() {
        return real.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
