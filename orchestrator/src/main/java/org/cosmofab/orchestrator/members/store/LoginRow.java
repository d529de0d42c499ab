package org.cosmofab.orchestrator.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.domain.Credential;
import org.jspecify.annotations.Nullable;

/** A login as kept; its roles are names with commas between and around, so that one can be looked for. */
@Entity
@Table(name = "login")
class LoginRow {
    @Id
    String name;

    @Column(name = "secret_hash")
    String secretHash;

    @Nullable
    String party;

    String roles;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    long version;

    static LoginRow of(Credential credential, Instant createdAt) {
        LoginRow row = new LoginRow();
        row.name = credential.login();
        row.secretHash = credential.secretHash();
        row.party = credential.party().map(PartyId::value).orElse(null);
        row.roles = credential.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",", ",", ","));
        row.createdAt = createdAt;
        return row;
    }

    Credential toCredential() {
        return new Credential(
                name,
                secretHash,
                Optional.ofNullable(party).map(PartyId::new),
                Arrays.stream(roles.split(","))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()));
    }

    void replaceSecret(String newHash) {
        secretHash = newHash;
    }
}
