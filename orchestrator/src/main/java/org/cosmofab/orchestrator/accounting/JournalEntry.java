package org.cosmofab.orchestrator.accounting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One event in the books; balanced by construction.
 *
 * @param id chosen by the caller: the same id with the same content is booked once
 * @param occurredAt workshop time, to the microsecond
 * @param references what it belongs to and by which rule, such as order, tariff, policy; sorted by key when hashed
 */
public record JournalEntry(
        UUID id, Instant occurredAt, String reason, List<Transfer> transfers, Map<String, String> references) {

    /**
     * @throws IllegalArgumentException if there is no transfer
     */
    public JournalEntry {
        transfers = List.copyOf(transfers);
        references = Map.copyOf(references);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one transfer");
        }
    }
}
