package org.cosmofab.orchestrator.fabrication.mqtt;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.orchestrator.fabrication.domain.CommandQueued;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The one thread on which agents are heard and told: messages in their order, and a round each second. */
@ApplicationScoped
class AgentRounds {
    private static final Logger LOG = Logger.getLogger(AgentRounds.class);

    /** More than the machines of a city say in a minute; beyond it messages are left to their agents, which send them again. */
    private static final int WAITING_MAX = 10_000;

    private final MessageBus bus;
    private final AgentInbox inbox;
    private final OutboxSender sender;
    private final boolean background;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "agents");
        thread.setDaemon(true);
        return thread;
    });

    AgentRounds(
            MessageBus bus,
            AgentInbox inbox,
            OutboxSender sender,
            @ConfigProperty(name = "cosmofab.background", defaultValue = "true") boolean background) {
        this.bus = bus;
        this.inbox = inbox;
        this.sender = sender;
        this.background = background;
    }

    void start(@Observes StartupEvent event) {
        if (background) {
            bus.subscribe(Topics.EVENTS, (topic, payload) -> hand(() -> inbox.event(topic, payload)));
            bus.subscribe(Topics.PRESENCE, (topic, payload) -> hand(() -> inbox.presence(topic, payload)));
            executor.scheduleWithFixedDelay(() -> calmly(this::round), 1, 1, TimeUnit.SECONDS);
        }
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandQueued event) {
        if (background) {
            executor.execute(() -> calmly(sender::send));
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private void round() {
        inbox.reconcile();
        sender.send();
    }

    /** Off the messaging thread, which must not wait for the database. */
    private void hand(Runnable message) {
        if (waiting.incrementAndGet() > WAITING_MAX) {
            waiting.decrementAndGet();
            executor.execute(inbox::missedSomething);
            throw new IllegalStateException("too many messages of agents are waiting");
        }
        executor.execute(() -> {
            waiting.decrementAndGet();
            calmly(message);
        });
    }

    private static void calmly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("a round failed; the next comes within a second", failure);
        }
    }
}
