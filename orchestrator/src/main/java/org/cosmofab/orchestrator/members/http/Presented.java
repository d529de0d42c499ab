package org.cosmofab.orchestrator.members.http;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.members.Sessions;

/** What a request presents to be let in: a token, or an agent's name and secret. */
final class Presented extends BaseAuthenticationRequest {
    /** The only paths at which an agent's name and secret are looked at. */
    private static final String AGENTS = "/agent/v1/";

    private final Optional<String> agent;
    private final String secret;

    private Presented(Optional<String> agent, String secret) {
        this.agent = agent;
        this.secret = secret;
    }

    /** An agent's name; empty if the secret is a token. */
    Optional<String> agent() {
        return agent;
    }

    String secret() {
        return secret;
    }

    /** What the header says, and only without one what the cookie says. */
    static Optional<Presented> of(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return ofHeader(header.strip(), request.path());
        }
        Cookie cookie = request.getCookie(Sessions.COOKIE);
        return Optional.ofNullable(cookie).map(c -> new Presented(Optional.empty(), c.getValue()));
    }

    private static Optional<Presented> ofHeader(String header, String path) {
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space).toLowerCase(Locale.ROOT);
        String value = header.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> Optional.of(new Presented(Optional.empty(), value));
            case "basic" -> path.startsWith(AGENTS) ? ofBasic(value) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Source: RFC 7617, section 2. */
    private static Optional<Presented> ofBasic(String value) {
        try {
            String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Presented(Optional.of(pair.substring(0, colon)), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
