package org.cosmofab.orchestrator.fabrication;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cosmofab.orchestrator.machines.MachineChanged;
import org.cosmofab.orchestrator.scheduling.SchedulePublished;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has work dispatched when the plan or a machine changed, and each second, since placements become due by themselves. */
@ApplicationScoped
class Dispatching {
    private static final Logger LOG = Logger.getLogger(Dispatching.class);

    private final Fabrication fabrication;
    private final boolean background;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dispatching");
        thread.setDaemon(true);
        return thread;
    });

    Dispatching(
            Fabrication fabrication,
            @ConfigProperty(name = "cosmofab.background", defaultValue = "true") boolean background) {
        this.fabrication = fabrication;
        this.background = background;
    }

    void start(@Observes StartupEvent event) {
        if (background) {
            executor.scheduleWithFixedDelay(this::ask, 1, 1, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    void planned(@Observes SchedulePublished event) {
        ask();
    }

    void machineChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) MachineChanged event) {
        ask();
    }

    private void ask() {
        if (background && asked.compareAndSet(false, true)) {
            executor.execute(this::dispatch);
        }
    }

    private void dispatch() {
        asked.set(false);
        try {
            fabrication.dispatch();
        } catch (RuntimeException failure) {
            LOG.error("dispatching failed; it is tried again within a second", failure);
        }
    }
}
