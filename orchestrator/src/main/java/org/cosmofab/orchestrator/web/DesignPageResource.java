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
    private final Template designs;
    private final Template design;
    private final DesignPages pages;
    private final Catalog catalog;
    private final Quotes quotes;
    private final Frame frame;

    DesignPageResource(
            @Location("web/designs") Template designs,
            @Location("web/design") Template design,
            DesignPages pages,
            Catalog catalog,
            Quotes quotes,
            Frame frame) {
        this.designs = designs;
        this.design = design;
        this.pages = pages;
        this.catalog = catalog;
        this.quotes = quotes;
        this.frame = frame;
    }

    @GET
    @PermitAll
    public TemplateInstance all() {
        return frame.around(designs.data("designs", pages.tiles(frame.locale())), "designs");
    }

    @GET
    @PermitAll
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        return page(find(slug), "", "1", Use.NON_COMMERCIAL.name());
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
        Optional<PartyId> party = frame.viewer().party();
        if (party.isEmpty() || !quantity.matches("\\d{1,6}") || !use.matches("COMMERCIAL|NON_COMMERCIAL")) {
            String why = party.isEmpty()
                    ? DesignMsg.in(frame.locale()).noParty()
                    : DesignMsg.in(frame.locale()).howManyRange();
            return Response.status(422)
                    .entity(page(version, why, quantity, use).render())
                    .build();
        }
        return quotes.ask(party.get(), version.id(), Integer.parseInt(quantity), Use.valueOf(use))
                .fold(
                        asked -> Response.seeOther(URI.create("/quotes/" + asked.id()))
                                .build(),
                        refused -> Response.status(422)
                                .entity(page(version, refused.detail(), quantity, use)
                                        .render())
                                .build());
    }

    private TemplateInstance page(DesignVersion version, String problem, String quantity, String use) {
        return frame.around(
                design.data("design", pages.sheet(version, frame.locale(), frame.show()))
                        .data("problem", problem)
                        .data("quantity", quantity)
                        .data("use", use),
                "designs");
    }

    private DesignVersion find(String slug) {
        return catalog.versions(slug).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(CatalogRefusal.DESIGN_UNKNOWN, "this workshop has no design '" + slug + "'")));
    }
}
