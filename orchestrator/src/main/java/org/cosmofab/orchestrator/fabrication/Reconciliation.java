package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.StartProtocol;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AgentId;

/** Looks after attempts that nobody reports of. */
@ApplicationScoped
public class Reconciliation {
    private final AttemptBook book;
    private final Moments moments;

    Reconciliation(AttemptBook book, Moments moments) {
        this.book = book;
        this.moments = moments;
    }

    /** Notices assignments that expired without an answer; answers the agents that have to be asked about them. */
    @Transactional
    public Set<AgentId> noticeExpired() {
        book.open()
                .forEach(open -> change(
                        open, attempt -> StartProtocol.expiryNoticed(attempt, moments.real(), moments.workshop())));
        return book.open().stream()
                .filter(StartProtocol::awaitsAnswer)
                .map(attempt -> attempt.assignment().agent())
                .collect(Collectors.toSet());
    }

    /** Agents that have an open attempt. */
    @Transactional
    public Set<AgentId> concerned() {
        return book.open().stream().map(attempt -> attempt.assignment().agent()).collect(Collectors.toSet());
    }

    /**
     * Open attempts of an agent without contact become uncertain: it may tell later, or a person decides. Not before it is too late
     * for the agent to take them: what a person finds must stay as it is.
     */
    @Transactional
    public void loseContact(AgentId agent) {
        book.open().stream()
                .filter(attempt -> attempt.assignment().agent().equals(agent))
                .filter(attempt -> !StartProtocol.mayStillBeTaken(attempt, moments.real()))
                .forEach(open -> change(open, attempt -> StartProtocol.lost(attempt, "no contact with " + agent)));
    }

    private void change(TrackedAttempt open, Function<TrackedAttempt, Optional<TrackedAttempt>> change) {
        if (change.apply(open).isPresent()) {
            book.hold(open.id()).flatMap(change).ifPresent(book::save);
        }
    }
}
