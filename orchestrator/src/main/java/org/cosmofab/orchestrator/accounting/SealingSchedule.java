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
import org.jspecify.annotations.Nullable;

/** Seals again and again while the service runs, in real time. */
@ApplicationScoped
class SealingSchedule {
    private static final Logger LOG = Logger.getLogger(SealingSchedule.class);

    private final Sequencer sequencer;
    private final Duration pause;
    private final boolean background;
    private String lastFault = "";
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sequencer"));

    SealingSchedule(
            Sequencer sequencer,
            @ConfigProperty(name = "cosmofab.books.seal-every", defaultValue = "1s") Duration pause,
            @ConfigProperty(name = "cosmofab.background", defaultValue = "true") boolean background) {
        this.sequencer = sequencer;
        this.pause = pause;
        this.background = background;
    }

    void begin(@Observes StartupEvent event) {
        if (background) {
            thread.scheduleWithFixedDelay(this::seal, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void seal() {
        try {
            tell(sequencer.seal(), null);
        } catch (RuntimeException e) {
            // Whatever it is, entries stay queued and the next round tries again.
            tell(e.toString(), e);
        }
    }

    /** Says what is wrong once, not every second. */
    private void tell(String fault, @Nullable RuntimeException cause) {
        if (!fault.isEmpty() && !fault.equals(lastFault)) {
            LOG.errorf(cause, "The books are not sealed further: %s", fault);
        }
        lastFault = fault;
    }
}
