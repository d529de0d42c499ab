package org.cosmofab.orchestrator.members.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Attestation;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.domain.PartyBook;

/** Parties in the database. */
@ApplicationScoped
class StoredParties implements PartyBook, PanacheRepositoryBase<PartyRow, String> {

    @Override
    public Optional<Party> find(PartyId id) {
        return findByIdOptional(id.value()).map(PartyRow::toParty);
    }

    @Override
    public List<Party> all() {
        return listAll(Sort.by("id")).stream().map(PartyRow::toParty).toList();
    }

    @Override
    public void add(Party party) {
        persist(PartyRow.of(party));
    }

    @Override
    public void replace(Party party) {
        findById(party.id().value()).set(party);
    }

    @Override
    public void add(Attestation attestation) {
        getEntityManager().persist(AttestationRow.of(attestation));
    }

    @Override
    public List<Attestation> attestations(PartyId party) {
        return getEntityManager()
                .createQuery("from AttestationRow where party = ?1 order by attestedAt, id", AttestationRow.class)
                .setParameter(1, party.value())
                .getResultStream()
                .map(AttestationRow::toAttestation)
                .toList();
    }
}
