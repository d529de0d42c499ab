package org.cosmofab.orchestrator.members;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;

/** Who asks: the login of the present request, or nobody. */
@RequestScoped
public class Viewer {
    /** Attribute of the identity that holds the party's id, if the login has one. */
    public static final String PARTY = "party";

    private final SecurityIdentity identity;

    Viewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Optional<String> login() {
        return identity.isAnonymous()
                ? Optional.empty()
                : Optional.of(identity.getPrincipal().getName());
    }

    public Optional<PartyId> party() {
        return Optional.ofNullable(identity.<PartyId>getAttribute(PARTY));
    }

    public boolean has(Role role) {
        return identity.hasRole(role.name());
    }

    /** Whether the caller works here and sees what belongs to others. */
    public boolean isStaff() {
        return has(Role.OPERATOR) || has(Role.STEWARD) || has(Role.ADMIN);
    }

    /** Whether the caller may see what belongs to a party: its own, or as staff. */
    public boolean sees(PartyId owner) {
        return isStaff() || party().equals(Optional.of(owner));
    }
}
