package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.StartProtocol;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.jboss.logging.Logger;

/**
 * Takes in what agents report, each event once, in a transaction of its own: what happened is recorded whatever other rooms say
 * to it. What follows from it is drawn afterwards, by {@link Consequences}.
 */
@ApplicationScoped
public class EventIntake {
    private static final Logger LOG = Logger.getLogger(EventIntake.class);

    /** So long an attempt that was never taken is called off too, in case its assignment still lies somewhere. */
    private static final Duration CALL_OFF = Duration.ofSeconds(15);

    private final AttemptBook book;
    private final Outbox outbox;
    private final Surroundings rooms;
    private final IdSource ids;
    private final Moments moments;

    EventIntake(AttemptBook book, Outbox outbox, Surroundings rooms, IdSource ids, Moments moments) {
        this.book = book;
        this.outbox = outbox;
        this.rooms = rooms;
        this.ids = ids;
        this.moments = moments;
    }

    /** Records an event; the same event again changes nothing. When this returns, it may be acknowledged. */
    @Transactional
    public void take(AgentReport report) {
        if (!book.firstTime(report)) {
            return;
        }
        if (report.what() instanceof AgentReport.OfAttempt of) {
            takeAttempt(report, of);
        } else if (report.what() instanceof AgentReport.Known known) {
            compare(report, known);
        } else if (report.what() instanceof AgentReport.MachineState state) {
            rooms.heard(state, report.occurredAt());
        } else if (report.what() instanceof AgentReport.Unreadable unreadable) {
            LOG.errorf("event %d of %s cannot be read: %s", report.sequence(), report.agent(), unreadable.why());
        }
    }

    private void takeAttempt(AgentReport report, AgentReport.OfAttempt of) {
        Optional<TrackedAttempt> known = book.hold(of.attempt())
                .filter(attempt -> attempt.assignment().agent().equals(report.agent()));
        if (known.isEmpty()) {
            LOG.warnf("%s tells of attempt %s, which is not one of its own here", report.agent(), of.attempt());
            return;
        }
        TrackedAttempt before = known.get();
        Optional<TrackedAttempt> after = after(before, report, of);
        if (after.isEmpty()) {
            LOG.debugf("event %d of %s changes nothing: %s", report.sequence(), report.agent(), of);
        }
        after.ifPresent(attempt -> keep(before, attempt));
    }

    private Optional<TrackedAttempt> after(TrackedAttempt before, AgentReport report, AgentReport.OfAttempt of) {
        if (of instanceof AgentReport.Accepted) {
            return StartProtocol.accepted(before, report.sequence());
        }
        if (of instanceof AgentReport.Started) {
            return StartProtocol.started(before, report.sequence(), report.occurredAt());
        }
        if (of instanceof AgentReport.Refused refusal) {
            return StartProtocol.refused(before, report, refusal, moments.real());
        }
        AgentReport.Ended end = (AgentReport.Ended) of;
        // Also after a person's decision, when it changes nothing here: its agent needs to be told nothing more of it.
        outbox.ended(before.id());
        rooms.uncleared(before.assignment().machine());
        if (before.neverBegan()) {
            LOG.errorf("attempt %s ended on %s, but was %s", before.id(), report.agent(), before.state());
        }
        return StartProtocol.ended(before, report, end, facts -> rooms.measure(before.assignment(), facts));
    }

    private void compare(AgentReport report, AgentReport.Known known) {
        for (TrackedAttempt open : book.open()) {
            if (open.assignment().agent().equals(report.agent())) {
                book.hold(open.id())
                        .ifPresent(before -> StartProtocol.compared(before, report, known, moments.real())
                                .ifPresent(after -> keep(before, after)));
            }
        }
        outbox.calledOff(report.agent()).stream()
                .flatMap(called -> book.find(called).stream())
                .filter(called -> StartProtocol.isOver(called, report, known))
                .forEach(called -> outbox.ended(called.id()));
    }

    private void keep(TrackedAttempt before, TrackedAttempt after) {
        book.save(after);
        if (after.heard() > 0) {
            outbox.answered(after.id());
        }
        if (before.isOpen() && !after.isOpen()) {
            outbox.ended(after.id());
        }
        if (before.isOpen() && after.state().stage() == Attempt.Stage.EXPIRED) {
            outbox.add(new Command(
                    ids.next(),
                    after.assignment().agent(),
                    moments.real().plus(CALL_OFF),
                    new Command.Cancel(after.id(), "orchestrator")));
        }
    }
}
