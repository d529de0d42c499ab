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

/** Seals entries into the chain and recomputes it. */
@ApplicationScoped
class Sequencer {
    private static final int BATCH = 200;

    private final Chain chain;
    private final Clock clock;

    Sequencer(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** In a transaction of its own, so that the lock of the chain is short. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    ChainStatus seal() {
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
        return new ChainStatus(chain.sealedCount(), chain.unsealedCount(), number, head, fault.isEmpty(), fault);
    }

    @Transactional
    ChainStatus verify() {
        ChainCheck check = new ChainCheck();
        List<SealedBatch> seals = chain.after(0, 1);
        while (!seals.isEmpty()) {
            SealedBatch seal = seals.get(0);
            check.seal(seal);
            seals = chain.after(seal.number(), 1);
        }
        chain.stray().ifPresent(number -> check.fault("entry " + number + " is in no seal and does not wait for one"));
        return check.status(checkTail(check));
    }

    private long checkTail(ChainCheck check) {
        long unsealed = 0;
        List<BookedEntry> waiting = chain.unsealed(0, BATCH);
        while (!waiting.isEmpty()) {
            waiting.forEach(check::unsealed);
            unsealed += waiting.size();
            waiting = chain.unsealed(waiting.get(waiting.size() - 1).number(), BATCH);
        }
        return unsealed;
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
