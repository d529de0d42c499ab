package org.cosmofab.orchestrator.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie of a session: not for scripts, not for other sites, gone when the session is. Where the workshop's public
 * address is one of https, or the request came so, the cookie travels no other way.
 */
@ApplicationScoped
public class SessionCookie {
    private static final String HTTPS = "https";

    private final boolean publiclySecure;

    SessionCookie(@ConfigProperty(name = "cosmofab.public-address") Optional<String> publicAddress) {
        this.publiclySecure = publicAddress
                .filter(address -> address.strip().startsWith(HTTPS + ":"))
                .isPresent();
    }

    /**
     * The cookie that opens a session in the browser.
     *
     * @param now real time
     */
    public NewCookie of(Sessions.Session session, Instant now, UriInfo uri) {
        return cookie(
                session.token(),
                (int) Duration.between(now, session.expiresAt()).toSeconds(),
                uri);
    }

    /** The cookie that makes the browser forget. */
    public NewCookie none(UriInfo uri) {
        return cookie("", 0, uri);
    }

    private NewCookie cookie(String value, int seconds, UriInfo uri) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(publiclySecure || HTTPS.equals(uri.getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
