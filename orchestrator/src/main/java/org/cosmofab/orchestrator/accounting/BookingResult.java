package org.cosmofab.orchestrator.accounting;

import java.util.UUID;
import java.util.function.Function;
import org.cosmofab.orchestrator.kernel.Refusal;

/** What the books answer to an entry. */
public sealed interface BookingResult {

    /**
     * @param replayed whether the same entry was there before
     */
    record Booked(UUID entry, boolean replayed) implements BookingResult {}

    record Refused(Refusal refusal) implements BookingResult {}

    default <T> T fold(Function<Booked, T> booked, Function<Refused, T> refused) {
        if (this instanceof Booked b) {
            return booked.apply(b);
        }
        return refused.apply((Refused) this);
    }
}
