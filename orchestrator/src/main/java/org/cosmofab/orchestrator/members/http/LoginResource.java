package org.cosmofab.orchestrator.members.http;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.SessionCookie;
import org.cosmofab.orchestrator.members.Sessions;
import org.cosmofab.orchestrator.members.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logging in and out, tokens for programs, and who one is. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
class LoginResource {
    private final Logins logins;
    private final Sessions sessions;
    private final Viewer viewer;
    private final SessionCookie cookie;
    private final RealTime time;

    LoginResource(Logins logins, Sessions sessions, Viewer viewer, SessionCookie cookie, RealTime time) {
        this.logins = logins;
        this.sessions = sessions;
        this.viewer = viewer;
        this.cookie = cookie;
        this.time = time;
    }

    /** A name and its secret. */
    record LoginRequest(
            @NotBlank @Size(max = 64) String login,
            @NotBlank @Size(max = 200) String secret) {}

    /**
     * Who one is.
     *
     * @param proof for requests whose browser does not tell where they come from; only with a session
     */
    record MeResponse(String login, Optional<String> party, Set<Role> roles, Optional<String> proof) {}

    /** A token, shown this once. */
    record TokenResponse(String token) {}

    /** A login to make. */
    record NewLoginRequest(
            @NotBlank String login,
            @NotBlank String secret,
            Optional<@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String> party,
            @NotNull List<@NotNull Role> roles) {}

    /** A login that was made. */
    record LoginResponse(String login, Optional<String> party, Set<Role> roles) {}

    /** From an old secret to a new one. */
    record SecretRequest(
            @NotBlank @Size(max = 200) String before,
            @NotBlank @Size(max = 200) String secret) {}

    @POST
    @Path("login")
    @PermitAll
    @Operation(summary = "Open a session; the answer sets its cookie")
    @APIResponseSchema(value = MeResponse.class, responseCode = "200")
    public Response login(
            @NotNull @Valid LoginRequest request,
            @CookieParam(Sessions.COOKIE) @Nullable String before,
            @Context UriInfo uri,
            @Context HttpServerRequest http) {
        Instant now = time.now();
        Logins.Guess guess = new Logins.Guess(request.login(), request.secret(), address(http));
        Sessions.Session session =
                sessions.open(guess, Optional.ofNullable(before)).orThrow();
        Logins.Account account = session.account();
        return Response.ok(new MeResponse(
                        account.login(),
                        account.party().map(PartyId::value),
                        new TreeSet<>(account.roles()),
                        Optional.of(Sessions.crossSiteProof(session.token()))))
                .cookie(cookie.of(session, now, uri))
                .build();
    }

    @POST
    @Path("logout")
    @PermitAll
    @Operation(summary = "End the session")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response logout(@CookieParam(Sessions.COOKIE) @Nullable String token, @Context UriInfo uri) {
        Optional.ofNullable(token).ifPresent(sessions::close);
        return Response.noContent().cookie(cookie.none(uri)).build();
    }

    @GET
    @Path("me")
    @Authenticated
    @Operation(summary = "Who the caller is")
    public MeResponse me(@CookieParam(Sessions.COOKIE) @Nullable String token) {
        Set<Role> roles = new TreeSet<>();
        for (Role role : Role.values()) {
            if (viewer.has(role)) {
                roles.add(role);
            }
        }
        return new MeResponse(
                viewer.login().orElseThrow(),
                viewer.party().map(PartyId::value),
                roles,
                Optional.ofNullable(token).map(Sessions::crossSiteProof));
    }

    @PUT
    @Path("me/secret")
    @Authenticated
    @Operation(summary = "Change one's secret; all sessions and tokens end")
    @APIResponse(responseCode = "204", description = "Changed")
    public Response changeSecret(@NotNull @Valid SecretRequest request, @Context HttpServerRequest http) {
        String login = viewer.login().orElseThrow();
        logins.check(new Logins.Guess(login, request.before(), address(http))).orThrow();
        logins.changeSecret(login, request.secret()).orThrow();
        return Response.noContent().build();
    }

    @POST
    @Path("tokens")
    @Authenticated
    @Operation(summary = "Issue a bearer token for programs; it is shown this once")
    @APIResponseSchema(value = TokenResponse.class, responseCode = "201")
    public Response issueToken() {
        String token = logins.issueToken(viewer.login().orElseThrow());
        return Response.status(Response.Status.CREATED)
                .entity(new TokenResponse(token))
                .build();
    }

    @POST
    @Path("logins")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Make a login")
    @APIResponseSchema(value = LoginResponse.class, responseCode = "201")
    public Response create(@NotNull @Valid NewLoginRequest request) {
        Logins.Account account = logins.create(
                        request.login(),
                        request.secret(),
                        request.party().map(PartyId::new),
                        Set.copyOf(request.roles()))
                .orThrow();
        return Response.status(Response.Status.CREATED)
                .entity(new LoginResponse(
                        account.login(), account.party().map(PartyId::value), new TreeSet<>(account.roles())))
                .build();
    }

    @POST
    @Path("agents/{agent}/secret")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Make an agent's login, or replace its secret; it is shown this once")
    @APIResponseSchema(value = TokenResponse.class, responseCode = "201")
    public Response issueAgentSecret(@PathParam("agent") AgentId agent) {
        return Response.status(Response.Status.CREATED)
                .entity(new TokenResponse(logins.issueAgentSecret(agent)))
                .build();
    }

    /** Of the client, or of the nearest proxy unless its forwarding is trusted. */
    private static String address(HttpServerRequest http) {
        return http.remoteAddress().hostAddress();
    }
}
