package org.cosmofab.agent.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The start protocol: whether an assignment is prepared, refused, or answered as before. */
public final class Admission {
    private Admission() {}

    /**
     * Judges an assignment before its program is fetched.
     *
     * @param known what is known of the same attempt id
     * @param now real time
     */
    public static Verdict judge(
            Assignment assignment, Optional<KnownAttempt> known, MachineFacts machine, Instant now) {
        if (known.isPresent()) {
            return judgeKnown(assignment, known.get());
        }
        return refusal(assignment, machine, now)
                .<Verdict>map(Verdict.Refuse::new)
                .orElse(new Verdict.Prepare());
    }

    /** Judges again at the moment of acceptance, when fetching and checking the program has taken its time. */
    public static Optional<Answer.Refused> expiry(Assignment assignment, Instant now) {
        if (now.isBefore(assignment.expiresAt())) {
            return Optional.empty();
        }
        long late = Duration.between(assignment.expiresAt(), now).toSeconds();
        return refused(Refusal.EXPIRED, "expired at " + assignment.expiresAt() + ", " + late + " s ago");
    }

    private static Verdict judgeKnown(Assignment assignment, KnownAttempt known) {
        if (assignment.asksTheSameAs(known)) {
            return known.answer().<Verdict>map(Verdict.AnswerAgain::new).orElse(new Verdict.AnswerSoon());
        }
        return new Verdict.Refuse(new Answer.Refused(
                Refusal.ATTEMPT_KNOWN,
                "attempt " + known.attempt() + " is known with fence " + known.fence() + " on " + known.machine()
                        + " and program " + known.programHash() + "; ask with a new attempt"));
    }

    private static Optional<Answer.Refused> refusal(Assignment assignment, MachineFacts facts, Instant now) {
        return expiry(assignment, now)
                .or(() -> fencing(assignment, facts))
                .or(() -> facts.configured()
                        ? Optional.empty()
                        : refused(Refusal.MACHINE_UNKNOWN, "this agent has no machine " + assignment.machine()))
                .or(() -> facts.busyWith()
                        .flatMap(attempt -> refused(
                                Refusal.MACHINE_BUSY, assignment.machine() + " is busy with attempt " + attempt)))
                .or(() -> facts.cleared()
                        ? Optional.empty()
                        : refused(
                                Refusal.MACHINE_NOT_CLEARED,
                                "nobody has cleared " + assignment.machine() + " since it was last used"))
                .or(() -> facts.notReady().flatMap(why -> refused(Refusal.MACHINE_UNREACHABLE, why)));
    }

    private static Optional<Answer.Refused> fencing(Assignment assignment, MachineFacts facts) {
        if (assignment.fence() >= facts.fence()) {
            return Optional.empty();
        }
        return refused(
                Refusal.FENCED_OFF,
                "fence " + assignment.fence() + " is lower than " + facts.fence() + ", the highest seen for "
                        + assignment.machine());
    }

    private static Optional<Answer.Refused> refused(Refusal code, String detail) {
        return Optional.of(new Answer.Refused(code, detail));
    }
}
