package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Consequence;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.jboss.logging.Logger;

/**
 * Does in other rooms what follows from an attempt: its operation goes on, what it used is written off. In a transaction apart
 * from the one that recorded the facts, and again until it succeeds.
 */
@ApplicationScoped
public class Consequences {
    private static final Logger LOG = Logger.getLogger(Consequences.class);

    private final AttemptBook book;
    private final Surroundings rooms;

    Consequences(AttemptBook book, Surroundings rooms) {
        this.book = book;
        this.rooms = rooms;
    }

    /** Does what is due, each in a transaction of its own; what fails stays due. */
    public void drawAll() {
        for (AttemptId id : due()) {
            try {
                draw(id);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "what follows from attempt %s could not be done; it will be tried again", id);
            }
        }
    }

    /** Attempts from which something follows that is not done yet. */
    @Transactional
    public List<AttemptId> due() {
        return book.due();
    }

    /** Does what follows from one attempt, once. */
    @Transactional
    public void draw(AttemptId id) {
        Optional<TrackedAttempt> held = book.hold(id).filter(TrackedAttempt::due);
        if (held.isEmpty()) {
            return;
        }
        TrackedAttempt attempt = held.get();
        if (!attempt.booked()) {
            attempt.used().ifPresent(used -> rooms.book(attempt.assignment(), used));
        }
        List<TrackedAttempt> tries = book.of(attempt.assignment().operation());
        if (tries.get(tries.size() - 1).id().equals(id)) {
            rooms.follow(attempt.assignment().operation(), Consequence.operationStage(tries));
        }
        book.save(attempt.settled());
        if (!attempt.isOpen()) {
            rooms.told(id);
        }
    }
}
