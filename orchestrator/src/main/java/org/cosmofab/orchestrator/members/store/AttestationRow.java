package org.cosmofab.orchestrator.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Attestation;
import org.cosmofab.orchestrator.members.Standing;

/** An attestation as kept; never changed. */
@Entity
@Table(name = "attestation")
class AttestationRow {
    @Id
    UUID id;

    String party;
    String standing;

    @Column(name = "attested_by")
    String attestedBy;

    @Column(name = "attested_at")
    Instant attestedAt;

    static AttestationRow of(Attestation attestation) {
        AttestationRow row = new AttestationRow();
        row.id = attestation.id();
        row.party = attestation.party().value();
        row.standing = attestation.standing().name();
        row.attestedBy = attestation.by();
        row.attestedAt = attestation.at();
        return row;
    }

    Attestation toAttestation() {
        return new Attestation(id, new PartyId(party), Standing.valueOf(standing), attestedBy, attestedAt);
    }
}
