package org.cosmofab.agent.journal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.cosmofab.agent.domain.Link;

/**
 * Sends the journal's events in order, each only when the broker has the one before, and all of them again after every
 * connection and while nobody acknowledges them; never more than a few hundred that are not acknowledged. All methods return at once; the work is done on the given executor,
 * which must run one task at a time.
 */
public final class EventOutbox {
    private static final Logger LOG = System.getLogger(EventOutbox.class.getName());

    private final AttemptJournal journal;
    private final Link link;
    private final Executor executor;
    private long handedOver;
    private long oldestAtLastLook = -1;
    private boolean waiting;
    private int round;
    private final List<CompletableFuture<Void>> waitingForRest = new ArrayList<>();

    public EventOutbox(AttemptJournal journal, Link link, Executor executor) {
        this.journal = journal;
        this.link = link;
        this.executor = executor;
    }

    /** There may be a new event. */
    public void wake() {
        executor.execute(this::sendNext);
    }

    /** A connection was made: whatever was on its way is sent again. */
    public void connected() {
        executor.execute(this::startAgain);
    }

    /** To be called every 10 s: what was not acknowledged since the last time is sent again. */
    public void lookAgain() {
        executor.execute(() -> {
            long oldest = journal.pendingAfter(0).map(Map.Entry::getKey).orElse(-1L);
            if (oldest >= 0 && oldest == oldestAtLastLook) {
                startAgain();
            }
            oldestAtLastLook = oldest;
        });
    }

    /** The orchestrator has everything up to this sequence. */
    public void acknowledge(long upTo) {
        executor.execute(() -> {
            journal.acknowledge(upTo);
            sendNext();
        });
    }

    /** Ends when the broker has every event there is now, or takes none. */
    public CompletionStage<Void> atRest() {
        CompletableFuture<Void> rest = new CompletableFuture<>();
        executor.execute(() -> {
            waitingForRest.add(rest);
            sendNext();
        });
        return rest;
    }

    private void startAgain() {
        round++;
        handedOver = 0;
        waiting = false;
        sendNext();
    }

    private void sendNext() {
        Optional<Map.Entry<Long, String>> next = waiting ? Optional.empty() : journal.handOutAfter(handedOver);
        if (next.isEmpty() && !waiting) {
            rest();
        }
        next.ifPresent(event -> {
            int thisRound = round;
            waiting = true;
            link.tellEvent(event.getValue())
                    .whenCompleteAsync((none, failure) -> told(thisRound, event.getKey(), failure == null), executor);
        });
    }

    private void told(int ofRound, long sequence, boolean taken) {
        if (ofRound != round) {
            return;
        }
        waiting = false;
        if (taken) {
            handedOver = sequence;
            sendNext();
        } else {
            LOG.log(
                    Level.DEBUG,
                    "event {0} did not reach the broker; it goes again with the next connection",
                    sequence);
            rest();
        }
    }

    private void rest() {
        waitingForRest.forEach(rest -> rest.complete(null));
        waitingForRest.clear();
    }
}
