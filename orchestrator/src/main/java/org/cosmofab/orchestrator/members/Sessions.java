package org.cosmofab.orchestrator.members;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.domain.Access;
import org.cosmofab.orchestrator.members.domain.BrowserRequest;
import org.cosmofab.orchestrator.members.domain.LoginBook;

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
     * @param before the session that the browser had, which ends if the secret is right
     */
    @Transactional(Transactional.TxType.NEVER)
    public Result<Session> open(Logins.Guess guess, Optional<String> before) {
        return logins.check(guess)
                .map(account -> QuarkusTransaction.requiringNew().call(() -> {
                    before.ifPresent(this::close);
                    return open(account);
                }));
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
