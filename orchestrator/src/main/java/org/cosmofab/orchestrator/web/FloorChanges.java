package org.cosmofab.orchestrator.web;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.MachineChanged;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.OrderChanged;
import org.cosmofab.orchestrator.scheduling.SchedulePublished;
import org.jboss.logging.Logger;

/**
 * Tells pages that the workshop is other than before. It looks once a second for all listeners together, and not at all
 * when nobody listens.
 *
 * <p>It looks in a thread of its own, not in a step of the stream: there a request's transaction would be carried along.
 */
@ApplicationScoped
class FloorChanges {
    private static final Logger LOG = Logger.getLogger(FloorChanges.class);

    /** So often a listener hears something even when nothing changes, to know that the stream is alive. */
    private static final int LOOKS_WITHOUT_WORD_MAX = 10;

    /** Degrees Celsius, all sensors of a machine together; less is a flicker, not news. */
    private static final double HEAT_STEP = 4;

    private final Machines machines;
    private final BroadcastProcessor<Word> words = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private final AtomicLong revision = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread looking = new Thread(work, "floor-changes");
        looking.setDaemon(true);
        return looking;
    });

    private String seen = "";
    private int silent;

    FloorChanges(Machines machines) {
        this.machines = machines;
    }

    /** What a listener is told. */
    enum Word {
        CHANGED,
        STILL
    }

    /** A listener that is slow misses words and holds nobody up. */
    Multi<Word> words() {
        return words.onSubscription()
                .invoke(listeners::incrementAndGet)
                .onTermination()
                .invoke(listeners::decrementAndGet)
                .onOverflow()
                .drop();
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    void order(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderChanged changed) {
        revision.incrementAndGet();
    }

    void machine(@Observes(during = TransactionPhase.AFTER_SUCCESS) MachineChanged changed) {
        revision.incrementAndGet();
    }

    void schedule(@Observes(during = TransactionPhase.AFTER_SUCCESS) SchedulePublished changed) {
        revision.incrementAndGet();
    }

    int listeners() {
        return listeners.get();
    }

    private void look() {
        if (listeners.get() == 0) {
            return;
        }
        try {
            String now = fingerprint();
            silent = now.equals(seen) ? silent + 1 : 0;
            seen = now;
            if (silent % LOOKS_WITHOUT_WORD_MAX == 0) {
                words.onNext(silent == 0 ? Word.CHANGED : Word.STILL);
            }
        } catch (RuntimeException e) {
            // Listeners hear nothing and say so; the next look may succeed.
            LOG.warn("could not look at the floor", e);
        }
    }

    /** A few numbers, not the page. */
    private String fingerprint() {
        StringBuilder all = new StringBuilder().append(revision.get());
        for (Machine machine : machines.all()) {
            LiveState live = machines.live(machine.id());
            double heat = live.temperatures().values().stream()
                    .mapToDouble(LiveState.Temperature::actual)
                    .sum();
            all.append(' ')
                    .append(machine.id())
                    .append(Math.round(live.fraction() * 100))
                    .append('/')
                    .append(Math.round(heat / HEAT_STEP))
                    .append('/')
                    .append(live.beamPower().map(power -> power > 0).orElse(false));
        }
        return all.toString();
    }
}
