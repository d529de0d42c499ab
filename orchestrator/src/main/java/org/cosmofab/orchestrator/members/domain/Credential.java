package org.cosmofab.orchestrator.members.domain;

import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Role;

/** A login as it is kept, with the hash of its secret. */
public record Credential(String login, String secretHash, Optional<PartyId> party, Set<Role> roles) {

    public Credential {
        roles = Set.copyOf(roles);
    }

    public boolean isAgent() {
        return roles.contains(Role.AGENT);
    }
}
