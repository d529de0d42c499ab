package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the features their clock: workshop time. */
@ApplicationScoped
class TimeAndChance {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return ScaledClock.fromEnvironment(System.getenv());
    }
}
