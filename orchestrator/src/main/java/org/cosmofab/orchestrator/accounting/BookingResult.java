package org.cosmofab.orchestrator.accounting;

import java.util.UUID;
import java.util.function.Function;

/** What the books answer to an entry. */
public sealed interface BookingResult {

    record Booked(UUID entry, boolean replayed) implements BookingResult {}

    record Refused(Reason reason, String detail) implements BookingResult {}

    /** In order of precedence. */
    enum Reason {
        KEY_REUSED_WITH_OTHER_CONTENT,
        FUNDS_INSUFFICIENT
    }

    default <T> T fold(Function<Booked, T> booked, Function<Refused, T> refused) {
        if (this instanceof Booked b) {
            return booked.apply(b);
        }
        return refused.apply((Refused) this);
    }
}
