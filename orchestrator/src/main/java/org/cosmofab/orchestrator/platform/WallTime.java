package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Real time by this machine's clock. */
@ApplicationScoped
class WallTime implements RealTime {

    @Override
    public Instant now() {
        return Instant.now();
    }
}
