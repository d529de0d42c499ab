package org.cosmofab.orchestrator.members.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Viewer;

/** Finds the login of what was presented. */
@ApplicationScoped
class LetIn implements IdentityProvider<Presented> {
    private final Logins logins;

    LetIn(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Class<Presented> getRequestType() {
        return Presented.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Presented presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> presented
                .agent()
                .map(agent -> logins.checkAgent(agent, presented.secret()))
                .orElseGet(() -> logins.byToken(presented.secret()))
                .map(LetIn::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Logins.Account account) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(account.login()));
        account.roles().stream().map(Role::name).forEach(identity::addRole);
        account.party().ifPresent(party -> identity.addAttribute(Viewer.PARTY, party));
        return identity.build();
    }
}
