package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.SessionCookie;
import org.cosmofab.orchestrator.members.Sessions;
import org.jspecify.annotations.Nullable;

/** Logging in by a page. */
@Path("/login")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class LoginPageResource {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Template template;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RealTime time;
    private final Frame frame;

    LoginPageResource(
            @Location("web/login") Template template,
            Sessions sessions,
            SessionCookie cookie,
            RealTime time,
            Frame frame) {
        this.template = template;
        this.sessions = sessions;
        this.cookie = cookie;
        this.time = time;
        this.frame = frame;
    }

    @GET
    public Response form(@QueryParam("to") @Nullable String to) {
        return Response.ok(page(to, "", ""), HTML).build();
    }

    /** Opens a session and goes on to where the person wanted to be; else says why not, and keeps the name. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logIn(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("to") @Nullable String to,
            @CookieParam(Sessions.COOKIE) @Nullable String before,
            @Context UriInfo uri) {
        return sessions.open(new Logins.Guess(login.strip(), password, frame.address()), Optional.ofNullable(before))
                .fold(
                        opened -> Response.seeOther(URI.create(target(to)))
                                .cookie(cookie.of(opened, time.now(), uri))
                                .build(),
                        refused -> refused(refused, login, to));
    }

    private Response refused(Refusal refusal, String login, @Nullable String to) {
        if (refusal.kind().category() != Refusal.Category.TOO_OFTEN) {
            String why = Words.common(frame.locale()).wrongPassword();
            return Response.status(FORBIDDEN)
                    .type(HTML)
                    .entity(page(to, login, why))
                    .build();
        }
        long seconds = refusal.facts().get("retryAfterSeconds") instanceof Number n ? n.longValue() : 1;
        String why = Words.common(frame.locale()).tooManyTries(frame.show().duration(seconds));
        return Response.status(TOO_MANY_REQUESTS)
                .type(HTML)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .entity(page(to, login, why))
                .build();
    }

    private String page(@Nullable String to, String name, String problem) {
        return frame.around(template.data("to", target(to)).data("name", name).data("problem", problem), "")
                .render();
    }

    private static String target(@Nullable String to) {
        return LocalPath.of(to).filter(path -> !path.startsWith("/login")).orElse("/");
    }
}
