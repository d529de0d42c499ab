package org.cosmofab.agent.posts;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.Telemetry;
import org.jspecify.annotations.Nullable;

/** An assignment on its way through a post, from the offer to the end. For any thread. */
final class AttemptRun {
    private final Assignment assignment;
    private final Patience over = new Patience();
    private volatile @Nullable String cancelReason;
    private volatile boolean stopped;
    private volatile @Nullable Running running;

    private record Running(RunProgress progress, Instant startedAt, int lines) {}

    AttemptRun(Assignment assignment) {
        this.assignment = assignment;
    }

    Assignment assignment() {
        return assignment;
    }

    AttemptId attempt() {
        return assignment.attempt();
    }

    KnownAttempt asKnown() {
        return new KnownAttempt(
                attempt(),
                assignment.machine(),
                assignment.fence(),
                assignment.program().hash(),
                Optional.empty());
    }

    /** The first reason stays. */
    synchronized void cancelBecause(String reason) {
        if (cancelReason == null) {
            cancelReason = reason;
        }
    }

    /** The machine was stopped under it. */
    void stopBecause(String reason) {
        stopped = true;
        cancelBecause(reason);
    }

    boolean isStopped() {
        return stopped;
    }

    Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    void running(RunProgress progress, Instant startedAt, int lines) {
        running = new Running(progress, startedAt, lines);
    }

    boolean isRunning() {
        return running != null && !over.isOver();
    }

    /** The last line of the source file that is known to be acknowledged, 0 if none. */
    int line() {
        Running run = running;
        return run == null ? 0 : run.progress.latest().line();
    }

    Optional<Telemetry.RunningAttempt> view() {
        Running run = running;
        return run == null
                ? Optional.empty()
                : Optional.of(new Telemetry.RunningAttempt(
                        attempt(),
                        run.progress.latest().line(),
                        run.lines,
                        run.progress.latest().estimatedEnd(run.startedAt, run.progress.total())));
    }

    void finish() {
        over.end();
    }

    /** Waits until the attempt is answered with a refusal or has ended. */
    boolean isOverWithin(long millis) {
        return over.isOverWithin(millis);
    }
}
