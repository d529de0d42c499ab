package org.cosmofab.orchestrator.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.cosmofab.orchestrator.kernel.ErrorPage;
import org.jspecify.annotations.Nullable;

/** Choosing the language of the pages; the browser remembers it. */
@Path("/language")
class LanguageResource {
    private static final int YEAR_SECONDS = 31_536_000;

    @GET
    @PermitAll
    @Path("/{language}")
    public Response choose(@PathParam("language") String language, @QueryParam("to") @Nullable String to) {
        Locale chosen = Language.spoken(language).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(LocalPath.of(to).orElse("/")))
                .cookie(new NewCookie.Builder(ErrorPage.LANGUAGE_COOKIE)
                        .value(chosen.getLanguage())
                        .path("/")
                        .maxAge(YEAR_SECONDS)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
