package org.cosmofab.orchestrator.accounting.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.ChainStatus;

/** Recomputes the chain from its first seal on and keeps the first thing that does not agree. Not thread-safe. */
public final class ChainCheck {
    private String fault = "";
    private String head = "";
    private long seals;
    private long sealed;

    /** The next seal as stored; in the order of their numbers. */
    public void seal(SealedBatch batch) {
        if (batch.number() != seals + 1) {
            fault("seal " + (seals + 1) + " is missing");
        }
        if (!batch.previous().equals(head)) {
            fault("seal " + batch.number() + " does not follow the seal before it");
        }
        checkMembers(batch);
        seals = batch.number();
        head = batch.hash();
        sealed += batch.members().size();
    }

    /** An entry that waits to be sealed. */
    public void unsealed(BookedEntry entry) {
        if (isOtherThanWritten(entry)) {
            fault("entry " + entry.number() + ", not yet sealed, is other than it was written");
        }
    }

    /** What is wrong elsewhere. */
    public void fault(String what) {
        if (fault.isEmpty()) {
            fault = what;
        }
    }

    public ChainStatus status(long unsealed, Instant asOf) {
        return new ChainStatus(sealed, unsealed, seals, head, fault.isEmpty(), fault, asOf);
    }

    /** Whether an entry no longer has the content that was hashed when it was booked. */
    public static boolean isOtherThanWritten(BookedEntry entry) {
        return !entry.contentHash().equals(Content.hash(entry.issuer(), entry.entry()));
    }

    private void checkMembers(SealedBatch batch) {
        Map<Long, BookedEntry> entries =
                batch.entries().stream().collect(Collectors.toMap(BookedEntry::number, Function.identity()));
        for (long member : batch.members()) {
            BookedEntry entry = entries.get(member);
            if (entry == null) {
                fault("entry " + member + " of seal " + batch.number() + " is gone");
            } else if (isOtherThanWritten(entry)) {
                fault("entry " + member + " of seal " + batch.number() + " is other than it was written");
            }
        }
        List<Seal.Member> members = batch.members().stream()
                .filter(entries::containsKey)
                .map(number -> new Seal.Member(number, entries.get(number).contentHash()))
                .toList();
        Seal stored = new Seal(batch.number(), batch.previous(), batch.sealedAt(), members, batch.hash());
        if (!stored.holds()) {
            fault("seal " + batch.number() + " does not agree with the entries it holds");
        }
    }
}
