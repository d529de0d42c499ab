package org.cosmofab.orchestrator.members.domain;

import java.time.Instant;

/**
 * What lets a login in without its secret, for a time; all times are real.
 *
 * @param hash of the token that is presented
 */
public record Access(String hash, String login, Kind kind, Instant issuedAt, Instant expiresAt) {

    /** For whom it is. */
    public enum Kind {
        SESSION,
        TOKEN
    }

    public boolean validAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
