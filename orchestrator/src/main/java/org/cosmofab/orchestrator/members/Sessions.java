package org.cosmofab.orchestrator.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.domain.Access;
import org.cosmofab.orchestrator.members.domain.BrowserRequest;
import org.cosmofab.orchestrator.members.domain.LoginBook;
import org.cosmofab.orchestrator.members.domain.MembersRefusal;

/** The sessions of people's browsers. A page logs a person in here; only hashes of the tokens are kept. */
@ApplicationScoped
public class Sessions {
    /** Name of the cookie that carries a session's token. */
    public static final String COOKIE = "cosmofab_session";

    private static final Duration LIFE = Duration.ofHours(12);

    private final Logins logins;
    private final LoginBook book;
    private final IdSource ids;
    private final RealTime time;

    Sessions(Logins logins, LoginBook book, IdSource ids, RealTime time) {
        this.logins = logins;
        this.book = book;
        this.ids = ids;
        this.time = time;
    }

    /**
     * An open session.
     *
     * @param token goes into the cookie, and nowhere else
     * @param expiresAt real time
     */
    public record Session(String token, Logins.Account account, Instant expiresAt) {}

    /**
     * Logs a person in.
     *
     * @param before the session that the browser had, which ends
     */
    @Transactional
    public Result<Session> open(String login, String secret, Optional<String> before) {
        Duration wait = logins.waitBeforeGuess(login);
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            return Result.refused(Refusal.of(
                            MembersRefusal.TOO_MANY_ATTEMPTS,
                            "too many wrong secrets; try again in " + seconds + " seconds")
                    .with("retryAfterSeconds", seconds));
        }
        Optional<Logins.Account> account =
                logins.check(login, secret).filter(a -> !a.roles().contains(Role.AGENT));
        before.ifPresent(this::close);
        return account.map(a -> Result.done(open(a)))
                .orElseGet(() -> Result.refused(
                        Refusal.of(MembersRefusal.LOGIN_FAILED, "there is no such login with this secret")));
    }

    private Session open(Logins.Account account) {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        book.removeExpired(now);
        String token = ids.secret(Logins.SECRET_BYTES);
        Instant expiresAt = now.plus(LIFE);
        book.add(new Access(Logins.hashOf(token), account.login(), Access.Kind.SESSION, now, expiresAt));
        return new Session(token, account, expiresAt);
    }

    /** Ends a session; one that is unknown is ended already. */
    @Transactional
    public void close(String token) {
        book.removeAccess(Logins.hashOf(token));
    }

    /** What a page sends along, as header {@code X-Cosmofab-Proof}, where a browser does not tell where it comes from. */
    public static String crossSiteProof(String token) {
        return BrowserRequest.proofOf(token);
    }
}
