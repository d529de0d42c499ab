package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.StartProtocol;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;

/** What a person decides about an attempt that did not end well. */
@ApplicationScoped
class Decisions {
    private final AttemptBook book;
    private final Outbox outbox;
    private final Surroundings rooms;
    private final Consequences consequences;
    private final IdSource ids;
    private final Moments moments;

    Decisions(
            AttemptBook book,
            Outbox outbox,
            Surroundings rooms,
            Consequences consequences,
            IdSource ids,
            Moments moments) {
        this.book = book;
        this.outbox = outbox;
        this.rooms = rooms;
        this.consequences = consequences;
        this.ids = ids;
        this.moments = moments;
    }

    @Transactional
    public Result<Attempt> decide(AttemptId id, boolean done, String by) {
        return known(id)
                .then(attempt -> StartProtocol.decided(attempt, done, by, moments.workshop())
                        .map(decided -> {
                            book.save(decided);
                            callOff(attempt, by);
                            consequences.draw(id);
                            return Result.done(decided.view());
                        })
                        .orElseGet(() -> Result.refused(Refusal.of(
                                FabricationRefusal.ATTEMPT_NOT_UNCERTAIN,
                                "attempt " + id + " is " + attempt.state().stage() + "; there is nothing to decide"))));
    }

    @Transactional
    public Result<Attempt> retry(AttemptId id) {
        return known(id).then(attempt -> {
            List<TrackedAttempt> tries = book.of(attempt.assignment().operation());
            if (tries.stream().anyMatch(TrackedAttempt::isOpen)) {
                return Result.refused(Refusal.of(
                        FabricationRefusal.ATTEMPT_UNDECIDED,
                        "an attempt of this operation is still open; have it ended, or say how it ended, first"));
            }
            if (!tries.get(tries.size() - 1).id().equals(id) || attempt.due()) {
                return Result.refused(Refusal.of(
                        FabricationRefusal.NOTHING_TO_RETRY,
                        "the operation of attempt " + id + " does not wait for a person because of it"));
            }
            return rooms.release(attempt.assignment().operation()).map(stage -> attempt.view());
        });
    }

    /**
     * Should its agent come back with it, it is not to go on: a person took it for ended. An agent that told of its end, without
     * knowing how it went, has it no more.
     */
    private void callOff(TrackedAttempt attempt, String by) {
        outbox.ended(attempt.id());
        if (attempt.used().isPresent()) {
            return;
        }
        outbox.add(new Command(
                ids.next(),
                attempt.assignment().agent(),
                moments.real().plus(Command.CANCEL_MEANT_FOR),
                new Command.Cancel(attempt.id(), by)));
    }

    private Result<TrackedAttempt> known(AttemptId id) {
        return book.hold(id).map(Result::done).orElseGet(() -> Result.refused(Fabrication.unknown(id)));
    }
}
