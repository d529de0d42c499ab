package org.cosmofab.orchestrator.members;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;

/** The cookie of a session: not for scripts, not for other sites, gone when the session is. */
public final class SessionCookie {

    private SessionCookie() {}

    /**
     * The cookie that opens a session in the browser.
     *
     * @param now real time
     */
    public static NewCookie of(Sessions.Session session, Instant now, UriInfo uri) {
        return cookie(
                session.token(),
                (int) Duration.between(now, session.expiresAt()).toSeconds(),
                uri);
    }

    /** The cookie that makes the browser forget. */
    public static NewCookie none(UriInfo uri) {
        return cookie("", 0, uri);
    }

    private static NewCookie cookie(String value, int seconds, UriInfo uri) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure("https".equals(uri.getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
