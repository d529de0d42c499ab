package org.cosmofab.orchestrator.accounting;

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

/** Seals again and again while the service runs, in real time. */
@ApplicationScoped
class SealingSchedule {
    private static final Logger LOG = Logger.getLogger(SealingSchedule.class);

    private final Sequencer sequencer;
    private final Duration pause;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sequencer"));

    SealingSchedule(
            Sequencer sequencer,
            @ConfigProperty(name = "cosmofab.books.seal-every", defaultValue = "1s") Duration pause) {
        this.sequencer = sequencer;
        this.pause = pause;
    }

    void begin(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::seal, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void seal() {
        try {
            ChainStatus status = sequencer.seal();
            if (!status.intact()) {
                LOG.errorf("The books are not sealed further: %s", status.fault());
            }
        } catch (RuntimeException e) {
            // Whatever it is, entries stay queued and the next round tries again.
            LOG.warn("Sealing failed and is tried again", e);
        }
    }
}
