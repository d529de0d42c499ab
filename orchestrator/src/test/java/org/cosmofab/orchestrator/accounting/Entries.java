package org.cosmofab.orchestrator.accounting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/** Builds entries for tests; a test says only what matters to it. */
public final class Entries {
    private UUID id = UUID.randomUUID();
    private String reason = "a test";
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<String, String> references = new HashMap<>();

    private Entries() {}

    public static Entries anEntry() {
        return new Entries();
    }

    public Entries id(UUID value) {
        id = value;
        return this;
    }

    public Entries because(String value) {
        reason = value;
        return this;
    }

    public Entries moving(long minorUnits, Commodity commodity, String from, String to) {
        transfers.add(new Transfer(new AccountId(to), new AccountId(from), new Amount(minorUnits, commodity)));
        return this;
    }

    public Entries referring(String key, String value) {
        references.put(key, value);
        return this;
    }

    public JournalEntry build() {
        return new JournalEntry(id, Instant.parse("2026-09-01T08:00:00.123456Z"), reason, transfers, references);
    }
}
