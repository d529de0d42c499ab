package org.cosmofab.orchestrator.members;

import org.cosmofab.orchestrator.kernel.PartyId;

/**
 * Whoever can hold an account.
 *
 * @param name shown to those who may see it; never written into the books
 * @param standing as attested
 * @param termsAccepted whether it accepted the workshop's membership terms, which allow a fee
 */
public record Party(PartyId id, Kind kind, String name, Standing standing, boolean termsAccepted) {

    /** What sort of party. */
    public enum Kind {
        PERSON,
        FIRM,
        WORKSHOP,
        ASSOCIATION
    }
}
