package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.AttemptId;

/**
 * An attempt with all that the protocol must remember of it.
 *
 * @param times what is known of its course
 * @param heard sequence of the last of its agent's events that told of it; 0 if none did
 * @param expirySeenAt workshop time when its expiry was noticed, if it was
 * @param used what it used, once its agent said so
 * @param due whether what follows from its state is still to be done in other rooms
 * @param booked whether what it used is written off its lot
 */
public record TrackedAttempt(
        Assignment assignment,
        AttemptState state,
        Course times,
        long heard,
        Optional<Instant> expirySeenAt,
        Optional<Attempt.Used> used,
        boolean due,
        boolean booked) {

    /**
     * How far it came.
     *
     * @param closedAt real time when it ended without having begun, for the pause before the next try
     */
    public record Course(
            int line, int lines, Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<Instant> closedAt) {
        public static final Course NONE = new Course(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

        Course at(int newLine, int newLines) {
            return new Course(Math.max(line, newLine), Math.max(lines, newLines), startedAt, endedAt, closedAt);
        }

        Course started(Instant at) {
            return new Course(line, lines, startedAt.or(() -> Optional.of(at)), endedAt, closedAt);
        }

        Course ended(Instant at) {
            return new Course(line, lines, startedAt, Optional.of(at), closedAt);
        }

        Course closed(Instant at) {
            return new Course(line, lines, startedAt, endedAt, Optional.of(at));
        }
    }

    public static TrackedAttempt of(Assignment assignment) {
        return new TrackedAttempt(
                assignment,
                new AttemptState.Assigned(),
                Course.NONE,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    public AttemptId id() {
        return assignment.id();
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether it ended without anything having moved. */
    public boolean neverBegan() {
        return state instanceof AttemptState.Refused || state instanceof AttemptState.Expired;
    }

    /** In a new state, from which something follows. */
    TrackedAttempt in(AttemptState next) {
        return new TrackedAttempt(assignment, next, times, heard, expirySeenAt, used, true, booked);
    }

    TrackedAttempt with(Course course) {
        return new TrackedAttempt(assignment, state, course, heard, expirySeenAt, used, due, booked);
    }

    TrackedAttempt hearing(long sequence) {
        return new TrackedAttempt(assignment, state, times, Math.max(heard, sequence), expirySeenAt, used, due, booked);
    }

    TrackedAttempt expiryNoticed(Instant at) {
        return new TrackedAttempt(assignment, state, times, heard, Optional.of(at), used, due, booked);
    }

    TrackedAttempt having(Attempt.Used measured) {
        return new TrackedAttempt(assignment, state, times, heard, expirySeenAt, Optional.of(measured), true, booked);
    }

    /** Everything that follows from it is done. */
    public TrackedAttempt settled() {
        return new TrackedAttempt(
                assignment, state, times, heard, expirySeenAt, used, false, booked || used.isPresent());
    }

    /** As other rooms see it. */
    public Attempt view() {
        return new Attempt(
                assignment.id(),
                assignment.operation(),
                assignment.order(),
                assignment.machine(),
                assignment.program(),
                state.stage(),
                assignment.assignedAt(),
                times.startedAt(),
                times.endedAt(),
                times.line(),
                times.lines(),
                state.reason(),
                used);
    }
}
