package org.cosmofab.orchestrator.accounting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.accounting.domain.CanonicalJson;
import org.cosmofab.orchestrator.kernel.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A booked entry as the API tells it; holds all that its content hash covers.
 *
 * @param seal number of the seal that holds it, absent while it waits to be sealed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryJson(
        long number,
        UUID id,
        String issuer,
        String occurredAt,
        String reason,
        List<TransferJson> transfers,
        Map<String, String> references,
        String contentHash,
        @Nullable Long seal) {

    /** What is debited grows, what is credited shrinks. */
    record TransferJson(String debit, String credit, Amount amount) {
        static TransferJson of(Transfer transfer) {
            return new TransferJson(transfer.debit().value(), transfer.credit().value(), transfer.amount());
        }
    }

    static EntryJson of(BookedEntry booked) {
        return new EntryJson(
                booked.number(),
                booked.entry().id(),
                booked.issuer(),
                CanonicalJson.instant(booked.entry().occurredAt()),
                booked.entry().reason(),
                booked.entry().transfers().stream().map(TransferJson::of).toList(),
                booked.entry().references(),
                booked.contentHash(),
                booked.seal().orElse(null));
    }
}
