package org.cosmofab.orchestrator.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.domain.Chain;
import org.cosmofab.orchestrator.accounting.domain.ChainCheck;
import org.cosmofab.orchestrator.accounting.domain.Seal;
import org.cosmofab.orchestrator.accounting.domain.SealedBatch;

/** Seals entries into the chain. */
@ApplicationScoped
class Sequencer {
    private static final int BATCH = 200;

    private final Chain chain;
    private final Clock clock;

    Sequencer(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * In a transaction of its own, so that the lock of the chain is short.
     *
     * @return what stops it; empty text if nothing does
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    String seal() {
        chain.lock();
        Optional<SealedBatch> last = chain.head();
        long number = last.map(SealedBatch::number).orElse(0L);
        String head = last.map(SealedBatch::hash).orElse("");
        String fault = "";
        List<BookedEntry> waiting = chain.unsealed(0, BATCH);
        while (!waiting.isEmpty() && fault.isEmpty()) {
            fault = firstFault(waiting);
            if (fault.isEmpty()) {
                Seal seal = Seal.of(++number, head, clock.instant(), members(waiting));
                chain.append(seal);
                head = seal.hash();
                waiting = chain.unsealed(0, BATCH);
            }
        }
        return fault;
    }

    private static String firstFault(List<BookedEntry> waiting) {
        return waiting.stream()
                .filter(ChainCheck::isOtherThanWritten)
                .findFirst()
                .map(entry -> "entry " + entry.number() + ", not yet sealed, is other than it was written")
                .orElse("");
    }

    private static List<Seal.Member> members(List<BookedEntry> entries) {
        return entries.stream()
                .map(entry -> new Seal.Member(entry.number(), entry.contentHash()))
                .toList();
    }
}
