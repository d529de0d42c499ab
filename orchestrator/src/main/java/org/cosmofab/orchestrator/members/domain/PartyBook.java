package org.cosmofab.orchestrator.members.domain;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Attestation;
import org.cosmofab.orchestrator.members.Party;

/** Where parties and the attestations of their standing are kept. */
public interface PartyBook {

    Optional<Party> find(PartyId id);

    /** By id. */
    List<Party> all();

    void add(Party party);

    /** Replaces what is kept of a party that is there. */
    void replace(Party party);

    void add(Attestation attestation);

    /** Oldest first. */
    List<Attestation> attestations(PartyId party);
}
