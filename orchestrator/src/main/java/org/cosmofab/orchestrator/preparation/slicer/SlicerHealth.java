package org.cosmofab.orchestrator.preparation.slicer;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says which slicer is here and how it is kept in. It is never down: without a slicer the workshop makes the programs that
 * designs ship.
 */
@Wellness
@ApplicationScoped
class SlicerHealth implements HealthCheck {
    private final SystemSlicer slicer;

    SlicerHealth(SystemSlicer slicer) {
        this.slicer = slicer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("slicer")
                .up()
                .withData("slicer", slicer.version().orElse("none: programs that come with designs only"))
                .withData("sandbox", slicer.sandbox())
                .build();
    }
}
