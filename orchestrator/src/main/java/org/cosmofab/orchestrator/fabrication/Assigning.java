package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Candidate;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Consequence;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.StartProtocol;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.IdSource;

/** Begins an attempt: its row, its fence and its command come into being together, or not at all. */
@ApplicationScoped
class Assigning {
    private final AttemptBook book;
    private final Outbox outbox;
    private final Surroundings rooms;
    private final IdSource ids;
    private final Moments moments;

    Assigning(AttemptBook book, Outbox outbox, Surroundings rooms, IdSource ids, Moments moments) {
        this.book = book;
        this.outbox = outbox;
        this.rooms = rooms;
        this.ids = ids;
        this.moments = moments;
    }

    /** The new attempt, or nothing if machine or operation turn out not to be free. */
    @Transactional
    public Optional<AttemptId> assign(Candidate candidate) {
        // The fence is taken first: it keeps two assignments to one machine apart.
        long fence = book.nextFence(candidate.machine());
        if (book.openOn(candidate.machine()).isPresent()
                || !rooms.assign(candidate.operation(), candidate.machine(), candidate.estimate())) {
            return Optional.empty();
        }
        List<TrackedAttempt> tries = book.of(candidate.operation());
        if (tries.stream().anyMatch(TrackedAttempt::isOpen)) {
            throw new IllegalStateException("a waiting operation has an open attempt: " + candidate.operation());
        }
        Assignment assignment = assignment(candidate, fence, tries.size() + 1);
        book.add(TrackedAttempt.of(assignment));
        outbox.add(command(assignment));
        return Optional.of(assignment.id());
    }

    /** Whether an operation is to be left alone for a moment, after tries that never began. */
    @Transactional
    public boolean pauses(Candidate candidate) {
        return Consequence.pauses(book.of(candidate.operation()), moments.real());
    }

    private Assignment assignment(Candidate candidate, long fence, int number) {
        Instant expiresAt = moments.real().plus(StartProtocol.ANSWER_WITHIN);
        return new Assignment(
                new AttemptId(ids.next()),
                candidate.operation(),
                candidate.order(),
                number,
                candidate.machine(),
                candidate.agent(),
                candidate.program(),
                candidate.bytes(),
                candidate.loaded(),
                fence,
                moments.workshop(),
                expiresAt);
    }

    private Command command(Assignment assignment) {
        return new Command(
                ids.next(),
                assignment.agent(),
                assignment.expiresAt(),
                new Command.Assign(
                        assignment.id(),
                        assignment.fence(),
                        assignment.machine(),
                        assignment.program(),
                        assignment.bytes()));
    }
}
