package org.cosmofab.agent.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cosmofab.agent.domain.AcceptedAttempt;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.agent.domain.Use;
import org.cosmofab.bridge.machine.RunFacts;
import org.cosmofab.bridge.machine.RunOutcome;

/** Says how attempts ended: those that ran, those that never began, and those that an earlier process left open. */
final class Ending {
    private Ending() {}

    /** @param cancelReason who ended it and why, if somebody did */
    static AttemptEnd of(
            Assignment a, RunOutcome outcome, int lines, Optional<String> cancelReason, PowerProfile power) {
        Use use = use(outcome.facts(), power);
        return outcome.fold(
                done -> new AttemptEnd(a.attempt(), a.machine(), Outcome.COMPLETED, lines, lines, "", use),
                failed -> new AttemptEnd(
                        a.attempt(), a.machine(), Outcome.FAILED, failed.line(), lines, failed.reason(), use),
                cancelled -> new AttemptEnd(
                        a.attempt(),
                        a.machine(),
                        Outcome.CANCELLED,
                        cancelled.line(),
                        lines,
                        cancelReason.orElse("ended at the machine"),
                        use),
                lost -> new AttemptEnd(
                        a.attempt(),
                        a.machine(),
                        Outcome.LOST,
                        lost.lastAcknowledgedLine(),
                        lines,
                        lost.reason(),
                        use));
    }

    /** An accepted attempt of which no byte went to the machine. */
    static AttemptEnd unbegun(Assignment a, int lines, Outcome outcome, String reason, Instant at) {
        return new AttemptEnd(a.attempt(), a.machine(), outcome, 0, lines, reason, nothingUsed(at));
    }

    /** Contact was lost in a way that leaves only the agent's own knowledge of the run. */
    static AttemptEnd lost(
            Assignment a, int lines, String reason, Instant startedAt, Progress progress, PowerProfile power) {
        return new AttemptEnd(
                a.attempt(),
                a.machine(),
                Outcome.LOST,
                progress.line(),
                lines,
                reason,
                useSoFar(startedAt, progress, power));
    }

    /** The process that ran it is gone; at least what it marked has happened. */
    static AttemptEnd interrupted(AcceptedAttempt left, Optional<Progress> mark, PowerProfile power) {
        if (left.startedAt().isEmpty()) {
            return interrupted(left, 0, "the agent ended before the attempt began", nothingUsed(left.acceptedAt()));
        }
        Instant startedAt = left.startedAt().get();
        Progress progress = mark.orElse(new Progress(left.attempt(), 0, 0, 0, 0, startedAt));
        return interrupted(
                left,
                progress.line(),
                "the agent ended in the middle; at least line " + progress.line() + " was acknowledged",
                useSoFar(startedAt, progress, power));
    }

    private static AttemptEnd interrupted(AcceptedAttempt left, int line, String reason, Use use) {
        return new AttemptEnd(left.attempt(), left.machine(), Outcome.INTERRUPTED, line, left.lines(), reason, use);
    }

    private static Use useSoFar(Instant startedAt, Progress progress, PowerProfile power) {
        Instant until = progress.at().isAfter(startedAt) ? progress.at() : startedAt;
        Duration passed = Duration.between(startedAt, until);
        return new Use(
                startedAt,
                until,
                passed,
                progress.acknowledged(),
                progress.extrudedMm(),
                progress.beamOnMm(),
                power.wattHours(passed, passed));
    }

    private static Use nothingUsed(Instant at) {
        return new Use(at, at, Duration.ZERO, 0, 0, 0, 0);
    }

    private static Use use(RunFacts facts, PowerProfile power) {
        return new Use(
                facts.startedAt().truncatedTo(ChronoUnit.MICROS),
                facts.endedAt().truncatedTo(ChronoUnit.MICROS),
                facts.machineTime(),
                facts.linesAcknowledged(),
                Math.max(0, facts.extrudedMm()),
                Math.max(0, facts.beamOnMm()),
                power.wattHours(facts.machineTime(), Duration.between(facts.startedAt(), facts.endedAt())));
    }
}
