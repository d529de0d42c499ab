package org.cosmofab.orchestrator.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class PartiesTest {
    private static final String SECRET = "a good secret";

    @Inject
    Parties parties;

    @Inject
    Logins logins;

    @Inject
    Sessions sessions;

    @Inject
    IdSource ids;

    @Test
    void whatIsRegisteredIsFoundAgain() {
        Party ada = new Party(parties.newId(), Party.Kind.PERSON, "Ada Lovelace é", Standing.COMMONER, true);

        parties.register(ada).orThrow();

        assertThat(parties.find(ada.id())).contains(ada);
        assertThat(parties.all()).contains(ada, parties.workshop(), parties.association());
        assertThat(parties.register(ada)).isEqualTo(Result.done(ada));
    }

    @Test
    void attestationsAreAddedAndTheLastOneCounts() {
        Party firm = new Party(parties.newId(), Party.Kind.FIRM, "Firm", Standing.FOR_PROFIT, false);
        parties.register(firm).orThrow();

        parties.attest(firm.id(), Standing.SOCIAL_ECONOMY, "ada").orThrow();
        parties.acceptTerms(firm.id()).orThrow();

        assertThat(parties.find(firm.id()))
                .contains(new Party(firm.id(), Party.Kind.FIRM, "Firm", Standing.SOCIAL_ECONOMY, true));
        assertThat(parties.attestations(firm.id()))
                .extracting(Attestation::standing, Attestation::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Standing.FOR_PROFIT, "registration"),
                        org.assertj.core.groups.Tuple.tuple(Standing.SOCIAL_ECONOMY, "ada"));
    }

    @Test
    void anUnknownPartyCannotBeVouchedFor() {
        assertThat(slug(parties.attest(new PartyId("nobody"), Standing.COMMONER, "ada")))
                .isEqualTo("party-unknown");
        assertThat(slug(parties.acceptTerms(new PartyId("nobody")))).isEqualTo("party-unknown");
    }

    @Test
    void aLoginIsRefusedForTheFirstReasonThatHolds() {
        String taken = login();
        Optional<PartyId> nobody = Optional.of(new PartyId("nobody"));

        assertThat(slug(logins.create("Bad Name", "short", nobody, Set.of()))).isEqualTo("login-name-invalid");
        assertThat(slug(logins.create("agent-x", SECRET, Optional.empty(), Set.of(Role.AGENT))))
                .isEqualTo("login-name-invalid");
        assertThat(slug(logins.create("$orchestrator", SECRET, Optional.empty(), Set.of())))
                .isEqualTo("login-name-invalid");
        assertThat(slug(logins.create(taken, "short", nobody, Set.of()))).isEqualTo("secret-too-weak");
        assertThat(slug(logins.create(taken, SECRET, nobody, Set.of()))).isEqualTo("login-taken");
        assertThat(slug(logins.create("new-" + ids.next(), SECRET, nobody, Set.of())))
                .isEqualTo("party-unknown");
    }

    @Test
    void rolesPartyAndSecretComeBack() {
        String login = "ada-" + ids.next();
        Set<Role> roles = Set.of(Role.DESIGNER, Role.REQUESTER);
        logins.create(login, SECRET, Optional.of(Parties.WORKSHOP), roles).orThrow();

        Logins.Account expected = new Logins.Account(login, Optional.of(Parties.WORKSHOP), roles);
        assertThat(logins.check(login, SECRET)).contains(expected);
        assertThat(logins.check(login, "another secret")).isEmpty();
        assertThat(logins.byToken(logins.issueToken(login))).contains(expected);
        assertThat(logins.checkAgent(login, SECRET)).as("not an agent").isEmpty();
    }

    @Test
    void aSessionIsKnownUntilItIsClosedOrItsLoginIsRemoved() {
        String login = login();
        String first = sessions.open(login, SECRET, Optional.empty()).orThrow().token();
        String second = sessions.open(login, SECRET, Optional.empty()).orThrow().token();

        sessions.close(first);
        assertThat(logins.byToken(first)).isEmpty();
        assertThat(logins.byToken(second)).isPresent();

        logins.remove(login).orThrow();
        assertThat(logins.byToken(second)).isEmpty();
        assertThat(logins.check(login, SECRET)).isEmpty();
        assertThat(slug(logins.remove(login))).isEqualTo("login-unknown");
    }

    @Test
    void anAgentIsNotGivenThePersonsLoginOfTheSameName() {
        String login = login();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> logins.issueAgentSecret(new AgentId(login)))
                .hasMessageContaining("login-taken");
    }

    private String login() {
        String login = "ada-" + ids.next().toString().substring(20);
        logins.create(login, SECRET, Optional.empty(), Set.of(Role.REQUESTER)).orThrow();
        return login;
    }

    private static <T> String slug(Result<T> result) {
        return result.<Refusal>fold(
                        done -> {
                            throw new AssertionError("not refused: " + done);
                        },
                        refusal -> refusal)
                .kind()
                .slug();
    }
}
