package org.cosmofab.orchestrator.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Role;

/** Logins for tests of HTTP: {@code given().auth().oauth2(tokens.of(Role.OPERATOR))}. */
@ApplicationScoped
public class Tokens {
    private final Logins logins;
    private final IdSource ids;

    Tokens(Logins logins, IdSource ids) {
        this.logins = logins;
        this.ids = ids;
    }

    /** A bearer token of a new login with these roles. */
    public String of(Role... roles) {
        return logins.issueToken(login(Optional.empty(), roles));
    }

    /** A bearer token of a new login that belongs to a party. */
    public String of(PartyId party, Role... roles) {
        return logins.issueToken(login(Optional.of(party), roles));
    }

    private String login(Optional<PartyId> party, Role... roles) {
        String login = "test-" + ids.next();
        return logins.create(login, "a good secret", party, Set.of(roles))
                .orThrow()
                .login();
    }
}
