package org.cosmofab.orchestrator.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        assertThat(logins.check(guess(login, SECRET))).isEqualTo(Result.done(expected));
        assertThat(slug(logins.check(guess(login, "another secret")))).isEqualTo("login-failed");
        assertThat(logins.byToken(logins.issueToken(login))).contains(expected);
        assertThat(logins.checkAgent(login, SECRET)).as("not an agent").isEmpty();
    }

    @Test
    void aSessionIsKnownUntilItIsClosedOrItsLoginIsRemoved() {
        String login = login();
        String first = open(login, Optional.empty()).token();
        String second = open(login, Optional.empty()).token();

        sessions.close(first);
        assertThat(logins.byToken(first)).isEmpty();
        assertThat(logins.byToken(second)).isPresent();

        logins.remove(login).orThrow();
        assertThat(logins.byToken(second)).isEmpty();
        assertThat(slug(logins.check(guess(login, SECRET)))).isEqualTo("login-failed");
        assertThat(slug(logins.remove(login))).isEqualTo("login-unknown");
    }

    @Test
    void aWrongSecretEndsNoSession() {
        String login = login();
        String before = open(login, Optional.empty()).token();

        assertThat(slug(sessions.open(guess(login, "not the secret"), Optional.of(before))))
                .isEqualTo("login-failed");
        assertThat(logins.byToken(before)).isPresent();

        open(login, Optional.of(before));
        assertThat(logins.byToken(before)).isEmpty();
    }

    @Test
    void guessesAtTheSameMomentDoNotPassTheLimitTogether() throws InterruptedException {
        String login = login();
        ExecutorService many = Executors.newFixedThreadPool(20);
        Callable<String> wrong = () -> slug(logins.check(guess(login, "not the secret")));

        List<String> answers = many.invokeAll(Collections.nCopies(40, wrong)).stream()
                .map(PartiesTest::join)
                .toList();

        many.shutdown();
        assertThat(answers).filteredOn("login-failed"::equals).hasSize(5);
        assertThat(answers).filteredOn("too-many-attempts"::equals).hasSize(35);
        assertThat(logins.check(new Logins.Guess(login, SECRET, "198.51.100.77")))
                .as("from another address")
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void noTransactionIsHeldWhileASecretIsHashed() {
        String login = login();

        QuarkusTransaction.requiringNew()
                .run(() -> assertThatThrownBy(() -> logins.check(guess(login, SECRET)))
                        .isInstanceOf(TransactionalException.class));
    }

    @Test
    void aGuessDoesNotTellItsSecret() {
        assertThat(guess("ada", SECRET).toString()).contains("ada").doesNotContain(SECRET);
    }

    @Test
    void anAgentIsNotGivenThePersonsLoginOfTheSameName() {
        String login = login();

        assertThatThrownBy(() -> logins.issueAgentSecret(new AgentId(login))).hasMessageContaining("login-taken");
    }

    private Sessions.Session open(String login, Optional<String> before) {
        return sessions.open(guess(login, SECRET), before).orThrow();
    }

    private static Logins.Guess guess(String login, String secret) {
        return new Logins.Guess(login, secret, "192.0.2.7");
    }

    private static String join(Future<String> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
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
