package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the features their clock: workshop time. Its settings have the names of the environment variables that agents
 * are told; see device-agents/wire.
 */
@ApplicationScoped
class TimeAndChance {
    private final Clock clock;

    TimeAndChance(
            @ConfigProperty(name = "cosmofab.clock.speed") Optional<BigDecimal> speed,
            @ConfigProperty(name = "cosmofab.clock.origin") Optional<Instant> origin,
            @ConfigProperty(name = "cosmofab.clock.wall.origin") Optional<Instant> wallOrigin) {
        Clock wall = Clock.systemUTC();
        this.clock = speed.<Clock>map(
                        s -> new ScaledClock(wall, wallOrigin.orElseThrow(), origin.orElseThrow(), s.doubleValue()))
                .orElse(wall);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return clock;
    }
}
