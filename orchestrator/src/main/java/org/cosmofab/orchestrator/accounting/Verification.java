package org.cosmofab.orchestrator.accounting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cosmofab.orchestrator.accounting.domain.Chain;
import org.cosmofab.orchestrator.accounting.domain.ChainCheck;
import org.cosmofab.orchestrator.accounting.domain.SealedBatch;

/** Recomputes the chain, page by page, so that no transaction lasts as long as the chain is. */
@ApplicationScoped
class Verification {
    private static final int SEALS = 10;
    private static final int ENTRIES = 200;

    private final Chain chain;
    private final Clock clock;

    Verification(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** What is sealed meanwhile is seen or not; what was sealed before is seen. */
    ChainStatus verify() {
        ChainCheck check = new ChainCheck();
        List<SealedBatch> seals = sealsAfter(0);
        while (!seals.isEmpty()) {
            seals.forEach(check::seal);
            seals = sealsAfter(seals.get(seals.size() - 1).number());
        }
        QuarkusTransaction.joiningExisting()
                .call(chain::stray)
                .ifPresent(number -> check.fault("entry " + number + " is in no seal and does not wait for one"));
        long unsealed = checkTail(check);
        return check.status(unsealed, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private long checkTail(ChainCheck check) {
        long unsealed = 0;
        List<BookedEntry> waiting = unsealedAfter(0);
        while (!waiting.isEmpty()) {
            waiting.forEach(check::unsealed);
            unsealed += waiting.size();
            waiting = unsealedAfter(waiting.get(waiting.size() - 1).number());
        }
        return unsealed;
    }

    private List<SealedBatch> sealsAfter(long number) {
        return QuarkusTransaction.joiningExisting().call(() -> chain.after(number, SEALS));
    }

    private List<BookedEntry> unsealedAfter(long number) {
        return QuarkusTransaction.joiningExisting().call(() -> chain.unsealed(number, ENTRIES));
    }
}
