package org.cosmofab.orchestrator.settlement;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Settles made orders again and again while the service runs, in real time. */
@ApplicationScoped
class SettlementSchedule {
    private static final Logger LOG = Logger.getLogger(SettlementSchedule.class);

    private final SettlementRound round;
    private final Duration pause;
    private final boolean background;
    private String lastFailure = "";
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "settlement"));

    SettlementSchedule(
            SettlementRound round,
            @ConfigProperty(name = "cosmofab.settlement.every", defaultValue = "1s") Duration pause,
            @ConfigProperty(name = "cosmofab.background", defaultValue = "true") boolean background) {
        this.round = round;
        this.pause = pause;
        this.background = background;
    }

    void begin(@Observes StartupEvent event) {
        if (background) {
            thread.scheduleWithFixedDelay(this::turn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void turn() {
        try {
            round.turn();
            lastFailure = "";
        } catch (RuntimeException e) {
            // Whatever it is, orders stay made and the next round tries again.
            // Said once, not every second.
            if (!e.toString().equals(lastFailure)) {
                LOG.warn("Settlement failed and is tried again", e);
            }
            lastFailure = e.toString();
        }
    }
}
