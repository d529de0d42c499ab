package org.cosmofab.orchestrator.accounting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.domain.Chain;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.jspecify.annotations.Nullable;

/** What verification found last: anybody may ask, and the chain is long. */
@ApplicationScoped
class Verified {
    /** A sealed past that was changed leaves the head as it is; this is how long that may go unseen here. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final Verification verification;
    private final Chain chain;
    private final RealTime realTime;

    @Nullable
    private Answer last;

    private record Answer(ChainStatus status, Instant realTime) {}

    Verified(Verification verification, Chain chain, RealTime realTime) {
        this.verification = verification;
        this.chain = chain;
        this.realTime = realTime;
    }

    /** One computes, the others wait for what it finds. */
    synchronized ChainStatus status() {
        String head = QuarkusTransaction.joiningExisting().call(chain::headHash);
        return remembered(head).orElseGet(this::compute);
    }

    private Optional<ChainStatus> remembered(String head) {
        return Optional.ofNullable(last)
                .filter(answer -> answer.status().head().equals(head))
                .filter(answer -> realTime.now().isBefore(answer.realTime().plus(REMEMBERED)))
                .map(Answer::status);
    }

    private ChainStatus compute() {
        ChainStatus status = verification.verify();
        last = new Answer(status, realTime.now());
        return status;
    }
}
