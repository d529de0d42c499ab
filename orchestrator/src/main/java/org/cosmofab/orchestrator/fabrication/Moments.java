package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Both times, as precise as the database keeps them. */
@ApplicationScoped
class Moments {
    private final Clock clock;
    private final RealTime realTime;

    Moments(Clock clock, RealTime realTime) {
        this.clock = clock;
        this.realTime = realTime;
    }

    Instant workshop() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Instant real() {
        return realTime.now().truncatedTo(ChronoUnit.MICROS);
    }
}
