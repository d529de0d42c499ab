package org.cosmofab.orchestrator.members.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Sessions;
import org.cosmofab.orchestrator.members.domain.BrowserRequest;
import org.cosmofab.orchestrator.members.domain.MembersRefusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what another site makes a browser send here, for the browser would send the session's cookie along. */
class CrossSiteFilter {
    /** Carries the proof where a browser does not tell where a request comes from. */
    static final String PROOF = "X-Cosmofab-Proof";

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        BrowserRequest browser = new BrowserRequest(
                request.getMethod(),
                request.getUriInfo().getRequestUri().getAuthority(),
                header(request, HttpHeaders.AUTHORIZATION).isPresent(),
                Optional.ofNullable(request.getCookies().get(Sessions.COOKIE)).map(Cookie::getValue),
                new BrowserRequest.Origin(header(request, "Sec-Fetch-Site"), header(request, "Origin")),
                header(request, PROOF));
        if (!browser.ourOwn()) {
            throw new RefusedException(Refusal.of(
                    MembersRefusal.CROSS_SITE_REQUEST,
                    "this request changes something and did not come from our own pages; programs send a token as "
                            + "Authorization: Bearer instead of the cookie"));
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name));
    }
}
