package org.cosmofab.orchestrator.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.domain.MembersRefusal;
import org.cosmofab.orchestrator.members.domain.PartyBook;

/** The parties this workshop knows. */
@ApplicationScoped
public class Parties {
    /** Id of the workshop itself. */
    public static final PartyId WORKSHOP = new PartyId("workshop");
    /** Id of the for-benefit association. */
    public static final PartyId ASSOCIATION = new PartyId("commons-association");

    /** What the workshop is called until it is given a name. */
    public static final String WORKSHOP_UNNAMED = "Workshop";
    /** What the association is called until it is given a name. */
    public static final String ASSOCIATION_UNNAMED = "Commons association";

    private final PartyBook book;
    private final Clock clock;
    private final IdSource ids;

    Parties(PartyBook book, Clock clock, IdSource ids) {
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    /** A new pseudonymous id, that says nothing of who it is. */
    public PartyId newId() {
        return new PartyId("p-" + Long.toString(ids.next().getLeastSignificantBits() & Long.MAX_VALUE, 36));
    }

    /** Registers a party; the same id with the same content again answers the party that is there. */
    @Transactional
    public Result<Party> register(Party party) {
        Optional<Party> there = book.find(party.id());
        if (there.isPresent()) {
            return there.get().equals(party)
                    ? Result.done(party)
                    : Result.refused(Refusal.of(
                            MembersRefusal.PARTY_DIFFERENT,
                            party.id() + " is registered with other content; choose another id"));
        }
        book.add(party);
        book.add(attestation(party, "registration"));
        return Result.done(party);
    }

    @Transactional
    public Optional<Party> find(PartyId id) {
        return book.find(id);
    }

    /** By id. */
    @Transactional
    public List<Party> all() {
        return book.all();
    }

    /** The workshop itself; exists from the first start on. */
    @Transactional
    public Party workshop() {
        return book.find(WORKSHOP).orElseThrow(() -> new IllegalStateException("the workshop's party is missing"));
    }

    /** The for-benefit association; exists from the first start on. */
    @Transactional
    public Party association() {
        return book.find(ASSOCIATION).orElseThrow(() -> new IllegalStateException("the association is missing"));
    }

    /** Gives a party another standing, vouched for by a login; the same standing again is attested anew. */
    @Transactional
    public Result<Party> attest(PartyId id, Standing standing, String by) {
        return known(id).map(party -> {
            Party attested = new Party(id, party.kind(), party.name(), standing, party.termsAccepted());
            book.replace(attested);
            book.add(attestation(attested, by));
            return attested;
        });
    }

    /** The party accepts the workshop's membership terms. */
    @Transactional
    public Result<Party> acceptTerms(PartyId id) {
        return known(id).map(party -> {
            Party accepted = new Party(id, party.kind(), party.name(), party.standing(), true);
            book.replace(accepted);
            return accepted;
        });
    }

    /** Who said what of a party's standing, oldest first. */
    @Transactional
    public List<Attestation> attestations(PartyId id) {
        return book.attestations(id);
    }

    private Result<Party> known(PartyId id) {
        return book.find(id)
                .map(Result::done)
                .orElseGet(() ->
                        Result.refused(Refusal.of(MembersRefusal.PARTY_UNKNOWN, "no party is registered as " + id)));
    }

    private Attestation attestation(Party party, String by) {
        return new Attestation(
                ids.next(), party.id(), party.standing(), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
