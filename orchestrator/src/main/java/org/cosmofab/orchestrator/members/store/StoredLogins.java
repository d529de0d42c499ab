package org.cosmofab.orchestrator.members.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.domain.Access;
import org.cosmofab.orchestrator.members.domain.Credential;
import org.cosmofab.orchestrator.members.domain.LoginBook;

/** Logins, sessions and tokens in the database. */
@ApplicationScoped
class StoredLogins implements LoginBook {
    private final LoginRows logins;
    private final AccessRows accesses;

    StoredLogins(LoginRows logins, AccessRows accesses) {
        this.logins = logins;
        this.accesses = accesses;
    }

    /** The table of logins. */
    @ApplicationScoped
    static class LoginRows implements PanacheRepositoryBase<LoginRow, String> {}

    /** The table of sessions and tokens. */
    @ApplicationScoped
    static class AccessRows implements PanacheRepositoryBase<AccessRow, String> {}

    @Override
    public Optional<Credential> find(String login) {
        return logins.findByIdOptional(login).map(LoginRow::toCredential);
    }

    @Override
    public boolean anyWith(Role role) {
        return logins.count("roles like ?1", "%," + role.name() + ",%") > 0;
    }

    @Override
    public void add(Credential credential, Instant at) {
        logins.persist(LoginRow.of(credential, at));
    }

    @Override
    public void replaceSecret(String login, String secretHash) {
        logins.findById(login).replaceSecret(secretHash);
    }

    @Override
    public void remove(String login) {
        removeAccessOf(login);
        logins.deleteById(login);
    }

    @Override
    public Optional<Access> access(String hash) {
        return accesses.findByIdOptional(hash).map(AccessRow::toAccess);
    }

    @Override
    public void add(Access access) {
        accesses.persist(AccessRow.of(access));
    }

    @Override
    public void removeAccess(String hash) {
        accesses.deleteById(hash);
    }

    @Override
    public void removeAccessOf(String login) {
        accesses.delete("login", login);
    }

    @Override
    public void removeExpired(Instant now) {
        accesses.delete("expiresAt <= ?1", now);
    }
}
