package org.cosmofab.orchestrator.accounting.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.Sha256;

/**
 * One link of the chain: a batch of entries, bound to all batches before.
 *
 * @param number from 1, without gaps
 * @param previous hash of the seal before, or empty text for the first
 * @param sealedAt workshop time, cut to the microsecond
 * @param members what it holds, in the order of sealing
 * @param hash SHA-256 over the canonical JSON of all of this, lower-case hex
 */
public record Seal(long number, String previous, Instant sealedAt, List<Member> members, String hash) {

    /** An entry in a seal, by its number and content hash. */
    public record Member(long entry, String contentHash) {}

    public Seal {
        members = List.copyOf(members);
    }

    public static Seal of(long number, String previous, Instant at, List<Member> members) {
        Instant sealedAt = at.truncatedTo(ChronoUnit.MICROS);
        return new Seal(number, previous, sealedAt, members, hash(number, previous, sealedAt, members));
    }

    /** Whether the hash is that of the content. */
    public boolean holds() {
        return hash.equals(hash(number, previous, sealedAt, members));
    }

    private static String hash(long number, String previous, Instant sealedAt, List<Member> members) {
        List<Map<String, Object>> entries = members.stream()
                .map(member -> Map.<String, Object>of("content", member.contentHash(), "number", member.entry()))
                .toList();
        return Sha256.of(CanonicalJson.of(Map.of(
                "entries", entries,
                "number", number,
                "previous", previous,
                "sealedAt", CanonicalJson.instant(sealedAt))));
    }
}
