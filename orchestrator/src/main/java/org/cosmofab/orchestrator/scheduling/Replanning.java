package org.cosmofab.orchestrator.scheduling;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.MachineChanged;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.OrderChanged;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has the schedule made anew when something happened: on a thread of its own, several events at once where they come so. */
@ApplicationScoped
class Replanning {
    private static final Logger LOG = Logger.getLogger(Replanning.class);

    /** Running work drifts from its estimate without any event, so the plan is refreshed now and then. */
    private static final int REFRESH_SECONDS = 15;

    private final Scheduling scheduling;
    private final Machines machines;
    private final boolean background;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Map<MachineId, Relevant> lastSeen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "replanning");
        thread.setDaemon(true);
        return thread;
    });

    /** What of a machine changes a plan. */
    private record Relevant(Optional<Machine> machine, LiveState.State state, boolean cleared, boolean attempt) {}

    Replanning(
            Scheduling scheduling,
            Machines machines,
            @ConfigProperty(name = "cosmofab.background", defaultValue = "true") boolean background) {
        this.scheduling = scheduling;
        this.machines = machines;
        this.background = background;
    }

    void start(@Observes StartupEvent event) {
        if (background) {
            executor.scheduleWithFixedDelay(this::ask, 0, REFRESH_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    void orderChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderChanged event) {
        ask();
    }

    void machineChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) MachineChanged event) {
        LiveState live = machines.live(event.machine());
        Relevant now = new Relevant(
                machines.find(event.machine()),
                live.state(),
                live.cleared(),
                live.attempt().isPresent());
        if (!Objects.equals(lastSeen.put(event.machine(), now), now)) {
            ask();
        }
    }

    private void ask() {
        if (background && asked.compareAndSet(false, true)) {
            executor.execute(this::replan);
        }
    }

    private void replan() {
        asked.set(false);
        try {
            scheduling.replan();
        } catch (RuntimeException failure) {
            LOG.error("planning failed; the last schedule stands until the next event", failure);
        }
    }
}
