package org.cosmofab.orchestrator.accounting.domain;

import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Sha256;

/** What of an entry is hashed: all that its writer said, and who the writer is. */
public final class Content {

    private Content() {}

    /** The canonical JSON of an entry; anybody can hash it again. */
    public static String json(String issuer, JournalEntry entry) {
        return CanonicalJson.of(Map.of(
                "id", entry.id().toString(),
                "issuer", issuer,
                "occurredAt", CanonicalJson.instant(entry.occurredAt()),
                "reason", entry.reason(),
                "references", entry.references(),
                "transfers", transfers(entry.transfers())));
    }

    /** SHA-256 of the canonical JSON, lower-case hex. */
    public static String hash(String issuer, JournalEntry entry) {
        return Sha256.of(json(issuer, entry));
    }

    private static List<Map<String, Object>> transfers(List<Transfer> transfers) {
        return transfers.stream()
                .map(transfer -> Map.<String, Object>of(
                        "amount", transfer.amount().minorUnits(),
                        "commodity", transfer.amount().commodity().name(),
                        "credit", transfer.credit().value(),
                        "debit", transfer.debit().value()))
                .toList();
    }
}
