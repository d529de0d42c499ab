package org.cosmofab.orchestrator.members;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.domain.Access;
import org.cosmofab.orchestrator.members.domain.Credential;
import org.cosmofab.orchestrator.members.domain.GuessLimit;
import org.cosmofab.orchestrator.members.domain.LoginBook;
import org.cosmofab.orchestrator.members.domain.MembersRefusal;
import org.cosmofab.orchestrator.members.domain.PartyBook;
import org.cosmofab.orchestrator.members.domain.Secrets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Local accounts: names, secrets, roles, sessions and tokens. Secrets are kept hashed. */
@ApplicationScoped
public class Logins {
    /** Begins with a letter or digit, so that names of our own inside can begin with another sign. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration TOKEN_LIFE = Duration.ofDays(365);

    private final LoginBook book;
    private final PartyBook parties;
    private final IdSource ids;
    private final RealTime time;
    private final Secrets secrets;
    private final GuessLimit guesses =
            new GuessLimit(new GuessLimit.Limits(5, 50, 200, Duration.ofMinutes(5), Duration.ofSeconds(2)));

    Logins(
            LoginBook book,
            PartyBook parties,
            IdSource ids,
            RealTime time,
            @ConfigProperty(name = "cosmofab.login.hash-rounds", defaultValue = "210000") int hashRounds) {
        this.book = book;
        this.parties = parties;
        this.ids = ids;
        this.time = time;
        this.secrets = new Secrets(hashRounds);
    }

    /** A login as it is after its secret was checked. */
    public record Account(String login, Optional<PartyId> party, Set<Role> roles) {

        static Account of(Credential credential) {
            return new Account(credential.login(), credential.party(), credential.roles());
        }
    }

    /**
     * Somebody says a secret of a login.
     *
     * @param address from where, as the network tells it
     */
    public record Guess(String login, String secret, String address) {

        /** Without the secret, which belongs into no log. */
        @Override
        public String toString() {
            return "Guess[login=" + login + ", address=" + address + "]";
        }
    }

    /** Makes a login; refused if the name is taken or the secret too weak. */
    @Transactional
    public Result<Account> create(String login, String secret, Optional<PartyId> party, Set<Role> roles) {
        if (!NAME.matcher(login).matches() || roles.contains(Role.AGENT)) {
            return refused(
                    MembersRefusal.LOGIN_NAME_INVALID,
                    "a login is 1 to 64 of a-z, 0-9 and . _ @ - and begins with a letter or digit; "
                            + "agents are given theirs");
        }
        if (!Secrets.strong(login, secret)) {
            return tooWeak();
        }
        if (book.find(login).isPresent()) {
            return refused(MembersRefusal.LOGIN_TAKEN, "there is a login " + login + " already");
        }
        if (party.isPresent() && parties.find(party.get()).isEmpty()) {
            return refused(MembersRefusal.PARTY_UNKNOWN, "no party is registered as " + party.get());
        }
        Credential credential = new Credential(login, hash(secret), party, roles);
        book.add(credential, time.now());
        return Result.done(Account.of(credential));
    }

    /** Makes, or replaces the secret of, an agent's login and answers the secret, which is shown this once. */
    @Transactional
    public String issueAgentSecret(AgentId agent) {
        String secret = ids.secret(SECRET_BYTES);
        Optional<Credential> there = book.find(agent.value());
        if (there.isEmpty()) {
            book.add(
                    new Credential(agent.value(), Secrets.generated(secret), Optional.empty(), Set.of(Role.AGENT)),
                    time.now());
        } else if (there.get().isAgent()) {
            book.replaceSecret(agent.value(), Secrets.generated(secret));
        } else {
            throw new RefusedException(Refusal.of(
                    MembersRefusal.LOGIN_TAKEN, agent + " is the login of a person; give the agent another id"));
        }
        return secret;
    }

    /**
     * The account of a person, if the secret is right. Too many wrong guesses are refused unseen; see {@link GuessLimit}.
     *
     * <p>The slow hash is computed outside of any transaction, for it would keep a connection to the database from others.
     */
    @Transactional(Transactional.TxType.NEVER)
    public Result<Account> check(Guess guess) {
        Instant now = time.now();
        Duration wait = guesses.take(guess.login(), guess.address(), now);
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            return Result.refused(Refusal.of(
                            MembersRefusal.TOO_MANY_ATTEMPTS,
                            "too many wrong secrets; try again in " + seconds + " seconds")
                    .with("retryAfterSeconds", seconds));
        }
        Optional<Credential> there = QuarkusTransaction.requiringNew()
                .call(() -> book.find(guess.login()))
                .filter(credential -> !credential.isAgent());
        if (!secrets.matches(guess.secret(), there.map(Credential::secretHash))) {
            return refused(MembersRefusal.LOGIN_FAILED, "there is no such login with this secret");
        }
        guesses.forgive(guess.login(), guess.address(), now);
        return Result.done(Account.of(there.orElseThrow()));
    }

    /** The account of an agent, if the secret is right; quick, and for agents only. */
    @Transactional
    public Optional<Account> checkAgent(String login, String secret) {
        return book.find(login)
                .filter(Credential::isAgent)
                .filter(credential -> secrets.matches(secret, credential.secretHash()))
                .map(Account::of);
    }

    /** Gives a login another secret, and ends its sessions and tokens. Hashes outside of any transaction, too. */
    @Transactional(Transactional.TxType.NEVER)
    public Result<Account> changeSecret(String login, String secret) {
        if (!Secrets.strong(login, secret)) {
            return tooWeak();
        }
        String hash = hash(secret);
        return QuarkusTransaction.requiringNew().call(() -> replaceSecret(login, hash));
    }

    private Result<Account> replaceSecret(String login, String hash) {
        Optional<Credential> there = book.find(login).filter(credential -> !credential.isAgent());
        if (there.isEmpty()) {
            return unknown(login);
        }
        book.replaceSecret(login, hash);
        book.removeAccessOf(login);
        return Result.done(Account.of(there.get()));
    }

    /** Takes a login away, with its sessions and tokens. */
    @Transactional
    public Result<Account> remove(String login) {
        Optional<Credential> there = book.find(login);
        there.ifPresent(credential -> book.remove(login));
        return there.map(credential -> Result.done(Account.of(credential))).orElseGet(() -> unknown(login));
    }

    /** Issues a bearer token for the API and answers it; only its hash is kept. It is valid for a year. */
    @Transactional
    public String issueToken(String login) {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        String token = ids.secret(SECRET_BYTES);
        book.add(new Access(hashOf(token), login, Access.Kind.TOKEN, now, now.plus(TOKEN_LIFE)));
        return token;
    }

    /** The account of a bearer token or session, if it is valid. */
    @Transactional
    public Optional<Account> byToken(String token) {
        return book.access(hashOf(token))
                .filter(access -> access.validAt(time.now()))
                .flatMap(access -> book.find(access.login()))
                .map(Account::of);
    }

    static String hashOf(String token) {
        return Secrets.fast(token);
    }

    private String hash(String secret) {
        return secrets.chosen(secret, ids.secret(SALT_BYTES));
    }

    private static <T> Result<T> unknown(String login) {
        return refused(MembersRefusal.LOGIN_UNKNOWN, "there is no login " + login);
    }

    private static <T> Result<T> tooWeak() {
        return refused(
                MembersRefusal.SECRET_TOO_WEAK,
                "a secret has " + Secrets.CHOSEN_LENGTH_MIN + " to 200 characters, at least four different ones, "
                        + "and is not the login");
    }

    private static <T> Result<T> refused(MembersRefusal kind, String detail) {
        return Result.refused(Refusal.of(kind, detail));
    }
}
