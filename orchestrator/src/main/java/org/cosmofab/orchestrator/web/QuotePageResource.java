package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.quoting.Quote;
import org.cosmofab.orchestrator.quoting.Quotes;

/** A quote, and ordering it. */
@Path("/quotes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"REQUESTER", "DESIGNER", "OPERATOR", "STEWARD", "ADMIN"})
@Blocking
class QuotePageResource {
    private static final int CONFLICT = 409;

    private final Template quote;
    private final Quotes quotes;
    private final Orders orders;
    private final OrderPages pages;
    private final Frame frame;

    QuotePageResource(
            @Location("web/quote") Template quote, Quotes quotes, Orders orders, OrderPages pages, Frame frame) {
        this.quote = quote;
        this.quotes = quotes;
        this.orders = orders;
        this.pages = pages;
        this.frame = frame;
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") UUID id) {
        return page(find(id), Explained.NOTHING);
    }

    @POST
    @Path("/{id}/order")
    public Response order(@PathParam("id") UUID id) {
        Quote found = find(id);
        if (!mayOrder(found)) {
            throw new ForbiddenException("only the requester orders by this quote");
        }
        return quotes.accept(found.id(), found.requester())
                .fold(
                        placed -> Response.seeOther(URI.create("/orders/" + placed.number()))
                                .build(),
                        refused -> Response.status(CONFLICT)
                                .type("text/html;charset=UTF-8")
                                .entity(page(found, Explained.of(refused, frame.locale()))
                                        .render())
                                .build());
    }

    private TemplateInstance page(Quote found, Explained problem) {
        return frame.around(
                quote.data("quote", pages.quote(found, orders.byQuote(found.id()), frame.locale(), frame.show()))
                        .data("mayOrder", mayOrder(found))
                        .data("problem", problem),
                "orders");
    }

    /** Stewards may read what others are quoted; only the requester, or who serves at the workshop, orders. */
    private boolean mayOrder(Quote found) {
        return frame.operates()
                || frame.viewer().party().filter(found.requester()::equals).isPresent();
    }

    private Quote find(UUID id) {
        return quotes.find(new QuoteId(id))
                .filter(q -> frame.viewer().sees(q.requester()))
                .orElseThrow(() -> new RefusedException(Quotes.unknown(new QuoteId(id))));
    }
}
