package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.cosmofab.orchestrator.fabrication.Attempt;

/**
 * What an attempt becomes. Every method answers the attempt after, or nothing if it stays as it is: repeated, late and
 * contradictory reports change nothing.
 */
public final class StartProtocol {
    /** How long an agent has to answer, in real time. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    /** Between expiry and the question for what is known, so that no rounding makes the answer look later than it was. */
    static final Duration EXPIRY_MARGIN = Duration.ofSeconds(1);

    private StartProtocol() {}

    public static Optional<TrackedAttempt> accepted(TrackedAttempt attempt, long sequence) {
        return news(attempt, sequence)
                .flatMap(before -> before.state().accepted().map(before::in))
                .map(after -> after.hearing(sequence));
    }

    public static Optional<TrackedAttempt> started(TrackedAttempt attempt, long sequence, Instant at) {
        return news(attempt, sequence)
                .flatMap(before -> before.state().started().map(before::in))
                .map(after -> after.with(after.times().started(at)).hearing(sequence));
    }

    /**
     * @param realNow begins the pause before the next try
     */
    public static Optional<TrackedAttempt> refused(
            TrackedAttempt attempt, AgentReport report, AgentReport.Refused refusal, Instant realNow) {
        return news(attempt, report.sequence())
                .filter(before -> before.heard() == 0)
                .flatMap(before ->
                        before.state().refused(refusal.code(), refusal.detail()).map(before::in))
                .map(after -> after.with(
                                after.times().ended(report.occurredAt()).closed(realNow))
                        .hearing(report.sequence()));
    }

    /**
     * Its agent tells how it ended. After a person's decision the state stands, but what was used is a fact all the same.
     *
     * @param measure what the facts mean in this workshop's units
     */
    public static Optional<TrackedAttempt> ended(
            TrackedAttempt attempt,
            AgentReport report,
            AgentReport.Ended end,
            Function<AgentReport.Facts, Attempt.Used> measure) {
        if (attempt.used().isPresent()) {
            return Optional.empty();
        }
        TrackedAttempt before = attempt.hearing(report.sequence());
        AgentReport.Facts facts = end.facts();
        TrackedAttempt after = before.state()
                .ended(end.outcome(), end.line(), end.reason())
                .map(before::in)
                .orElse(before)
                .having(measure.apply(facts));
        return Optional.of(after.with(after.times()
                .at(end.line(), end.lines())
                .started(facts.startedAt())
                .ended(facts.endedAt())));
    }

    /** Compares with everything its agent knows. */
    public static Optional<TrackedAttempt> compared(
            TrackedAttempt attempt, AgentReport report, AgentReport.Known known, Instant realNow) {
        if (!attempt.isOpen() || report.sequence() <= attempt.heard()) {
            return Optional.empty();
        }
        Optional<AgentReport.OpenAttempt> open = known.open().stream()
                .filter(each -> each.attempt().equals(attempt.id()))
                .findFirst();
        if (open.isPresent()) {
            return atWork(attempt, report, open.get().line());
        }
        if (known.ended().contains(attempt.id())) {
            return lost(attempt, "its agent says that it ended, but not how");
        }
        return attempt.heard() == 0
                ? neverTaken(attempt, report, realNow)
                : lost(attempt, "its agent no longer knows it");
    }

    /**
     * Whether an attempt that a person took for ended is over for its agent too: it has it open no more, and will not take it any
     * more. What is heard before the agent could answer says nothing.
     */
    public static boolean isOver(TrackedAttempt attempt, AgentReport report, AgentReport.Known known) {
        boolean open = known.open().stream().anyMatch(each -> each.attempt().equals(attempt.id()));
        boolean answered = attempt.heard() > 0 || known.ended().contains(attempt.id()) || afterExpiry(attempt, report);
        boolean decided = !attempt.isOpen() && !attempt.neverBegan();
        return decided && !open && answered && report.sequence() > attempt.heard();
    }

    /** Notices the expiry of an unanswered assignment. Only after this moment its agent's ignorance means anything. */
    public static Optional<TrackedAttempt> expiryNoticed(TrackedAttempt attempt, Instant realNow, Instant workshopNow) {
        boolean unanswered = attempt.isOpen() && attempt.heard() == 0;
        boolean over = realNow.isAfter(attempt.assignment().expiresAt().plus(EXPIRY_MARGIN));
        return unanswered && over && attempt.expirySeenAt().isEmpty()
                ? Optional.of(attempt.expiryNoticed(workshopNow))
                : Optional.empty();
    }

    /** Whether only its agent's answer to {@code attempts.report} can help it on. */
    public static boolean awaitsAnswer(TrackedAttempt attempt) {
        return attempt.isOpen()
                && attempt.heard() == 0
                && attempt.expirySeenAt().isPresent();
    }

    /**
     * Whether its agent, come back at this moment, might take an assignment that it has not answered; also if its clock is behind by
     * as long as it has to answer.
     */
    public static boolean mayStillBeTaken(TrackedAttempt attempt, Instant realNow) {
        return attempt.heard() == 0
                && !realNow.isAfter(attempt.assignment().expiresAt().plus(ANSWER_WITHIN));
    }

    public static Optional<TrackedAttempt> lost(TrackedAttempt attempt, String reason) {
        return attempt.state().lost(reason).map(attempt::in);
    }

    /** A person says how an uncertain attempt ended. */
    public static Optional<TrackedAttempt> decided(TrackedAttempt attempt, boolean done, String by, Instant now) {
        return attempt.state()
                .decided(done, by)
                .map(attempt::in)
                .map(after -> after.with(
                        after.times().endedAt().isPresent()
                                ? after.times()
                                : after.times().ended(now)));
    }

    private static Optional<TrackedAttempt> atWork(TrackedAttempt attempt, AgentReport report, int line) {
        TrackedAttempt seen = attempt.with(attempt.times().at(line, 0)).hearing(report.sequence());
        boolean moves = line > 0 || attempt.state() instanceof AttemptState.Uncertain;
        Optional<AttemptState> next =
                moves ? attempt.state().started() : attempt.state().accepted();
        return Optional.of(next.map(seen::in).orElse(seen));
    }

    /**
     * The agent answered after the expiry, by its own clock, and does not know the attempt: it has not accepted it, and because it
     * refuses what has expired by that same clock, it never will.
     */
    private static Optional<TrackedAttempt> neverTaken(TrackedAttempt attempt, AgentReport report, Instant realNow) {
        if (!afterExpiry(attempt, report)) {
            return Optional.empty();
        }
        return attempt.state()
                .expired("not answered in time; its agent does not know it")
                .map(attempt::in)
                .map(after ->
                        after.with(after.times().ended(report.occurredAt()).closed(realNow)));
    }

    private static boolean afterExpiry(TrackedAttempt attempt, AgentReport report) {
        return attempt.expirySeenAt()
                .map(seen -> !report.occurredAt().isBefore(seen))
                .orElse(false);
    }

    private static Optional<TrackedAttempt> news(TrackedAttempt attempt, long sequence) {
        return sequence > attempt.heard() ? Optional.of(attempt) : Optional.empty();
    }
}
