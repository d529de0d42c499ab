package org.cosmofab.orchestrator.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
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
 */
@ApplicationScoped
class FloorChanges {
    private static final Logger LOG = Logger.getLogger(FloorChanges.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** So often a listener hears something even when nothing changes, to know that the stream is alive. */
    private static final int LOOKS_WITHOUT_WORD_MAX = 10;

    /** Degrees Celsius, all sensors of a machine together; less is a flicker, not news. */
    private static final double HEAT_STEP = 4;

    private final Machines machines;
    private final AtomicLong revision = new AtomicLong();
    private final Multi<Word> words;

    private String seen = "";
    private int silent;

    FloorChanges(Machines machines) {
        this.machines = machines;
        this.words = Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> look())
                .filter(word -> word != Word.NOTHING)
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** What a listener is told. */
    enum Word {
        CHANGED,
        STILL,
        NOTHING
    }

    /** A listener that is slow misses words and holds nobody up. */
    Multi<Word> words() {
        return words.onOverflow().drop();
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

    /** Called by one thread at a time. */
    Word look() {
        String now = fingerprint();
        if (!now.equals(seen)) {
            seen = now;
            silent = 0;
            return Word.CHANGED;
        }
        silent = (silent + 1) % LOOKS_WITHOUT_WORD_MAX;
        return silent == 0 ? Word.STILL : Word.NOTHING;
    }

    /** A few numbers, not the page. What cannot be read now counts as unchanged: the stream outlives a failure. */
    private String fingerprint() {
        try {
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
        } catch (RuntimeException e) {
            LOG.warnf(e, "could not look at the floor; listeners keep what they have");
            return seen;
        }
    }
}
