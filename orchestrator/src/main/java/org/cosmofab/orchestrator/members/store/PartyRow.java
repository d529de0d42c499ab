package org.cosmofab.orchestrator.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;

/** A party as kept. */
@Entity
@Table(name = "party")
class PartyRow {
    @Id
    String id;

    String kind;
    String name;
    String standing;

    @Column(name = "terms_accepted")
    boolean termsAccepted;

    @Version
    long version;

    static PartyRow of(Party party) {
        PartyRow row = new PartyRow();
        row.id = party.id().value();
        row.set(party);
        return row;
    }

    void set(Party party) {
        kind = party.kind().name();
        name = party.name();
        standing = party.standing().name();
        termsAccepted = party.termsAccepted();
    }

    Party toParty() {
        return new Party(new PartyId(id), Party.Kind.valueOf(kind), name, Standing.valueOf(standing), termsAccepted);
    }
}
