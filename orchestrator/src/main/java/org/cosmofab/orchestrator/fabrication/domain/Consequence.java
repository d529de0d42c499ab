package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cosmofab.orchestrator.orders.Operation;

/** What the state of its latest attempt means for an operation. */
public final class Consequence {
    /** So many tries that never began in a row, then a person looks. */
    static final int TRIES_MAX = 5;

    /** Real time between a try that never began and the next. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private Consequence() {}

    /**
     * @param tries all attempts of the operation, oldest first, the last being the one it is about
     */
    public static Operation.Stage operationStage(List<TrackedAttempt> tries) {
        AttemptState state = tries.get(tries.size() - 1).state();
        switch (state.stage()) {
            case ASSIGNED:
            case ACCEPTED:
                return Operation.Stage.ASSIGNED;
            case RUNNING:
                return Operation.Stage.RUNNING;
            case DONE:
                return Operation.Stage.DONE;
            case REFUSED:
            case EXPIRED:
                return mayTryAgain(tries) ? Operation.Stage.WAITING : Operation.Stage.NEEDS_PERSON;
            default:
                return Operation.Stage.NEEDS_PERSON;
        }
    }

    /** Whether it is too soon after the last try that never began. */
    public static boolean pauses(List<TrackedAttempt> tries, Instant realNow) {
        return !tries.isEmpty()
                && tries.get(tries.size() - 1)
                        .times()
                        .closedAt()
                        .map(closed -> realNow.isBefore(closed.plus(PAUSE)))
                        .orElse(false);
    }

    private static boolean mayTryAgain(List<TrackedAttempt> tries) {
        AttemptState last = tries.get(tries.size() - 1).state();
        boolean lasting =
                last instanceof AttemptState.Refused refused && refused.code().isLasting();
        return !lasting && neverBegunAtTheEnd(tries) < TRIES_MAX;
    }

    private static int neverBegunAtTheEnd(List<TrackedAttempt> tries) {
        int count = 0;
        for (int i = tries.size() - 1; i >= 0 && tries.get(i).neverBegan(); i--) {
            count++;
        }
        return count;
    }
}
