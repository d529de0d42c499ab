package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Real time by the system's clock, at every speed of workshop time. */
@ApplicationScoped
class WallTime implements RealTime {

    @Override
    public Instant now() {
        return Instant.now();
    }
}
