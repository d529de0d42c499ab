package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Where the type of a problem leads: what it means, whoever asks.
 *
 * <p>Source: RFC 9457, section 3.1.1: a type that can be dereferenced should give documentation for people.
 */
@Path("/problems")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class ProblemPageResource {
    private final Template kind;
    private final KnownProblems problems;
    private final Frame frame;

    ProblemPageResource(@Location("web/kind") Template kind, KnownProblems problems, Frame frame) {
        this.kind = kind;
        this.problems = problems;
        this.frame = frame;
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        KnownProblems.Known known = problems.find(slug, frame.locale()).orElseThrow(NotFoundException::new);
        return frame.around(kind.data("kind", known).data("type", "/problems/" + slug), "");
    }
}
