package org.cosmofab.orchestrator.machines.mqtt;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machines;
import org.jboss.logging.Logger;

/**
 * Takes the machines of an agent out of reach when it left, or when nothing was heard of it for a while of real time: a
 * broker that died with its agent never publishes the agent's last will. What the machines work on is still theirs.
 */
@ApplicationScoped
class Silence {
    private static final Logger LOG = Logger.getLogger(Silence.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final Machines machines;
    private final Clock clock;
    private final RealTime time;
    private final Map<AgentId, Instant> heardAt = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "silence");
        thread.setDaemon(true);
        return thread;
    });

    Silence(Machines machines, Clock clock, RealTime time) {
        this.machines = machines;
        this.clock = clock;
        this.time = time;
    }

    void start(@Observes StartupEvent started) {
        watch.scheduleWithFixedDelay(this::look, LOOKS_EVERY.toMillis(), LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }

    void heard(AgentId agent) {
        heardAt.put(agent, time.now());
    }

    /** The agent said good-bye, or its last will did. */
    void left(AgentId agent) {
        heardAt.remove(agent);
        takeOutOfReach(agent, "the agent is away");
    }

    private void look() {
        try {
            look(time.now());
        } catch (RuntimeException e) {
            LOG.error("could not look for silent agents; will again", e);
        }
    }

    /**
     * @param now real time
     */
    void look(Instant now) {
        heardAt.forEach((agent, last) -> {
            if (Duration.between(last, now).compareTo(PATIENCE) > 0 && heardAt.remove(agent, last)) {
                takeOutOfReach(agent, "nothing was heard of the agent for " + PATIENCE.toSeconds() + " s");
            }
        });
    }

    private void takeOutOfReach(AgentId agent, String why) {
        Instant now = clock.instant();
        machines.of(agent)
                .forEach(machine -> machines.heard(
                        machine.id(), before -> before.with(LiveState.State.UNREACHABLE, before.cleared(), why, now)));
    }
}
