package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Standing;

/** Who is on the stage. All have the same password. */
@ApplicationScoped
public class StagedPeople {
    static final String PASSWORD = "a good secret";
    static final String OPERATOR = "odile";
    static final String FIRM = "extracto";
    static final String NEIGHBOUR = "ana";
    static final String STEWARD = "stella";

    static final PartyId FIRM_PARTY = new PartyId("extracto-sa");
    static final PartyId NEIGHBOUR_PARTY = new PartyId("ana");
    static final PartyId STRANGER_PARTY = new PartyId("suggesto");

    private final Parties parties;
    private final Logins logins;

    StagedPeople(Parties parties, Logins logins) {
        this.parties = parties;
        this.logins = logins;
    }

    void enter() {
        party(FIRM_PARTY, Party.Kind.FIRM, "Extracto SA", Standing.FOR_PROFIT, true);
        party(NEIGHBOUR_PARTY, Party.Kind.PERSON, "Ana Ribera", Standing.COMMONER, false);
        party(STRANGER_PARTY, Party.Kind.FIRM, "Passing Trade Ltd", Standing.FOR_PROFIT, false);
        login(OPERATOR, Optional.empty(), Role.OPERATOR);
        login(FIRM, Optional.of(FIRM_PARTY), Role.REQUESTER);
        login(NEIGHBOUR, Optional.of(NEIGHBOUR_PARTY), Role.REQUESTER);
        login(STEWARD, Optional.empty(), Role.STEWARD);
    }

    private void party(PartyId id, Party.Kind kind, String name, Standing standing, boolean terms) {
        parties.register(new Party(id, kind, name, standing, terms)).orThrow();
    }

    private void login(String name, Optional<PartyId> party, Role role) {
        logins.create(name, PASSWORD, party, Set.of(role)).orThrow();
    }
}
