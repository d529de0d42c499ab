package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether messages reach the agents; without them the workshop goes on, but nothing new starts. */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {
    private final MessageBus bus;

    BrokerHealth(MessageBus bus) {
        this.bus = bus;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(bus.connected()).build();
    }
}
