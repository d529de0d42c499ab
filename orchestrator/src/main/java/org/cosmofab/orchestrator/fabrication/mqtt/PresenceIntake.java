package org.cosmofab.orchestrator.fabrication.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;

/** Passes on what presence says of machines. */
@ApplicationScoped
class PresenceIntake {
    private final Surroundings rooms;
    private final Clock clock;

    PresenceIntake(Surroundings rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    @Transactional
    void take(Presence presence) {
        Instant now = clock.instant();
        presence.machines().forEach(machine -> rooms.heard(machine, now));
    }
}
