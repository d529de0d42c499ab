package org.cosmofab.orchestrator.members.domain;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.members.Role;

/** Where logins, sessions and tokens are kept. */
public interface LoginBook {

    Optional<Credential> find(String login);

    boolean anyWith(Role role);

    void add(Credential credential, Instant at);

    /** Replaces the secret of a login that is there. */
    void replaceSecret(String login, String secretHash);

    void remove(String login);

    Optional<Access> access(String hash);

    void add(Access access);

    void removeAccess(String hash);

    /** Ends all sessions and tokens of a login. */
    void removeAccessOf(String login);

    void removeExpired(Instant now);
}
