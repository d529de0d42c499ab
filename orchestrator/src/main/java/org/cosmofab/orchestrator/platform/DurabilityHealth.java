package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether what is acknowledged survives a loss of power. */
@Readiness
@ApplicationScoped
class DurabilityHealth implements HealthCheck {
    private final Checkpoints checkpoints;

    DurabilityHealth(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("durability");
        return checkpoints
                .failure()
                .map(why -> response.down().withData("why", why).build())
                .orElseGet(() -> response.up().build());
    }
}
