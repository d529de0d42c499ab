package org.cosmofab.orchestrator.members.domain;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request tells of where it comes from, to find out whether another site made the browser send it.
 *
 * <p>Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet, "Fetch Metadata" and "Verifying Origin".
 *
 * @param host we were asked as, with port
 * @param session token of the cookie
 * @param proof what {@link #proofOf} the session gives, sent along where a browser tells nothing
 */
public record BrowserRequest(
        String method,
        String host,
        boolean authorized,
        Optional<String> session,
        Origin origin,
        Optional<String> proof) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /**
     * What the browser adds by itself and no page can forge.
     *
     * @param fetchSite header {@code Sec-Fetch-Site}
     * @param origin header {@code Origin}
     */
    public record Origin(Optional<String> fetchSite, Optional<String> origin) {}

    /** Whether it is none of another site's doing. */
    public boolean ourOwn() {
        if (SAFE.contains(method.toUpperCase(Locale.ROOT)) || authorized) {
            return true;
        }
        if (origin.fetchSite().isPresent()) {
            return Set.of("same-origin", "none").contains(origin.fetchSite().get());
        }
        if (origin.origin().isPresent()) {
            return sameHost(origin.origin().get());
        }
        return session.isEmpty() || proof.map(this::proves).orElse(false);
    }

    private boolean sameHost(String from) {
        try {
            return host.equalsIgnoreCase(URI.create(from).getAuthority());
        } catch (IllegalArgumentException opaque) {
            return false;
        }
    }

    private boolean proves(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                proofOf(session.orElseThrow()).getBytes(StandardCharsets.UTF_8));
    }

    /** A value that only who knows the session's token can tell, and that does not give the token away. */
    public static String proofOf(String session) {
        return Secrets.fast("cross-site proof of " + session);
    }
}
