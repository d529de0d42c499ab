package org.cosmofab.orchestrator.members;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Result;

/** Local accounts: names, secrets, roles, sessions and tokens. Secrets are kept hashed. */
@ApplicationScoped
public class Logins {

    /** A login as it is after its secret was checked. */
    public record Account(String login, Optional<PartyId> party, Set<Role> roles) {}

    /** Makes a login; refused if the name is taken or the secret too weak. */
    public Result<Account> create(String login, String secret, Optional<PartyId> party, Set<Role> roles) {
        throw new IllegalStateException("not built yet");
    }

    /** Makes, or replaces the secret of, an agent's login and answers the secret, which is shown this once. */
    public String issueAgentSecret(AgentId agent) {
        throw new IllegalStateException("not built yet");
    }

    /** The account, if the secret is right. */
    public Optional<Account> check(String login, String secret) {
        throw new IllegalStateException("not built yet");
    }

    /** Issues a bearer token for the API and answers it; only its hash is kept. */
    public String issueToken(String login) {
        throw new IllegalStateException("not built yet");
    }

    /** The account of a bearer token or session, if it is valid. */
    public Optional<Account> byToken(String token) {
        throw new IllegalStateException("not built yet");
    }
}
