package org.cosmofab.orchestrator.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.cosmofab.orchestrator.members.SessionCookie;
import org.cosmofab.orchestrator.members.Sessions;
import org.jspecify.annotations.Nullable;

/** Logging out by a button. */
@Path("/logout")
@PermitAll
@Blocking
class LogoutPageResource {
    private final Sessions sessions;
    private final SessionCookie cookie;

    LogoutPageResource(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @POST
    public Response logOut(@CookieParam(Sessions.COOKIE) @Nullable String token, @Context UriInfo uri) {
        Optional.ofNullable(token).ifPresent(sessions::close);
        return Response.seeOther(URI.create("/")).cookie(cookie.none(uri)).build();
    }
}
