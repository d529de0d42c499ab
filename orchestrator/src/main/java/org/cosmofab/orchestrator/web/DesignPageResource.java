package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.CatalogRefusal;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.quoting.Quotes;

/** The catalog's pages, and asking for a quote. */
@Path("/designs")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DesignPageResource {
    private static final int UNPROCESSABLE = 422;

    private final Template designs;
    private final Template design;
    private final Template instructions;
    private final DesignPages pages;
    private final Catalog catalog;
    private final Quotes quotes;
    private final Frame frame;

    DesignPageResource(
            @Location("web/designs") Template designs,
            @Location("web/design") Template design,
            @Location("web/instructions") Template instructions,
            DesignPages pages,
            DesignPages.Doors doors,
            Frame frame) {
        this.designs = designs;
        this.design = design;
        this.instructions = instructions;
        this.pages = pages;
        this.catalog = doors.catalog();
        this.quotes = doors.quotes();
        this.frame = frame;
    }

    /** What was typed into the form. */
    private record Typed(String quantity, String use) {}

    @GET
    @PermitAll
    public TemplateInstance all() {
        return frame.around(designs.data("designs", pages.tiles(frame.locale())), "designs");
    }

    @GET
    @PermitAll
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        return page(find(slug), Explained.NOTHING, new Typed("1", Use.NON_COMMERCIAL.name()));
    }

    /** How to make it oneself, in the language of the page if there is one. */
    @GET
    @PermitAll
    @Path("/{slug}/instructions")
    public TemplateInstance instructions(@PathParam("slug") String slug) {
        DesignVersion version = find(slug);
        return pages.instructions(version, frame.locale())
                .map(text -> frame.around(instructions.data("text", text), "designs"))
                .orElseThrow(NotFoundException::new);
    }

    /** Shows the quote; if there can be none, says why and keeps what was typed. */
    @POST
    @Path("/{slug}/quote")
    @RolesAllowed({"REQUESTER", "OPERATOR", "ADMIN", "DESIGNER", "STEWARD"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response quote(
            @PathParam("slug") String slug,
            @FormParam("quantity") @DefaultValue("") String quantity,
            @FormParam("use") @DefaultValue("NON_COMMERCIAL") String use) {
        DesignVersion version = find(slug);
        Typed typed = new Typed(quantity, use);
        DesignMsg words = Words.design(frame.locale());
        Optional<PartyId> party = frame.viewer().party();
        if (party.isEmpty()) {
            return again(version, typed, Explained.said(words.noParty()));
        }
        if (!quantity.matches("\\d{1,6}") || !use.matches("COMMERCIAL|NON_COMMERCIAL")) {
            return again(version, typed, Explained.said(words.howManyRange()));
        }
        return quotes.ask(party.get(), version.id(), Integer.parseInt(quantity), Use.valueOf(use))
                .fold(
                        asked -> Response.seeOther(URI.create("/quotes/" + asked.id()))
                                .build(),
                        refused -> again(version, typed, Explained.of(refused, frame.locale())));
    }

    private Response again(DesignVersion version, Typed typed, Explained problem) {
        return Response.status(UNPROCESSABLE)
                .type("text/html;charset=UTF-8")
                .entity(page(version, problem, typed).render())
                .build();
    }

    private TemplateInstance page(DesignVersion version, Explained problem, Typed typed) {
        return frame.around(
                design.data("design", pages.sheet(version, frame.locale(), frame.show()))
                        .data("problem", problem)
                        .data("quantity", typed.quantity())
                        .data("use", typed.use()),
                "designs");
    }

    private DesignVersion find(String slug) {
        return catalog.versions(slug).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(CatalogRefusal.DESIGN_UNKNOWN, "this workshop has no design '" + slug + "'")));
    }
}
