package org.cosmofab.orchestrator.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.cosmofab.orchestrator.members.domain.Access;

/** A session or token as kept. */
@Entity
@Table(name = "access")
class AccessRow {
    @Id
    String hash;

    String login;
    String kind;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    static AccessRow of(Access access) {
        AccessRow row = new AccessRow();
        row.hash = access.hash();
        row.login = access.login();
        row.kind = access.kind().name();
        row.issuedAt = access.issuedAt();
        row.expiresAt = access.expiresAt();
        return row;
    }

    Access toAccess() {
        return new Access(hash, login, Access.Kind.valueOf(kind), issuedAt, expiresAt);
    }
}
