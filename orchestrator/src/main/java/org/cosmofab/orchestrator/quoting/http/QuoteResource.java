package org.cosmofab.orchestrator.quoting.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.quoting.Quote;
import org.cosmofab.orchestrator.quoting.Quotes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "quotes", description = "Price and promise with their reasons, before an order")
class QuoteResource {
    private final Quotes quotes;
    private final Viewer viewer;

    /**
     * What is asked for.
     *
     * @param requester for whom; only staff may ask for others
     */
    record Wish(
            @NotNull DesignVersionId design,
            int quantity,
            @NotNull Use use,
            Optional<PartyId> requester) {}

    QuoteResource(Quotes quotes, Viewer viewer) {
        this.quotes = quotes;
        this.viewer = viewer;
    }

    @POST
    @Operation(summary = "Ask what so many objects of a design cost and when they are done")
    @APIResponseSchema(value = Quote.class, responseCode = "201")
    public Response ask(@Valid @NotNull Wish wish) {
        PartyId requester = wish.requester()
                .or(viewer::party)
                .filter(viewer::sees)
                .orElseThrow(() -> new ForbiddenException("a quote is for a party, and only staff may ask for others"));
        Quote quote = quotes.ask(requester, wish.design(), wish.quantity(), wish.use())
                .orThrow();
        return Response.created(URI.create("/api/v1/quotes/" + quote.id()))
                .entity(quote)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A quote as it was given")
    public Quote one(@PathParam("id") UUID id) {
        return visible(new QuoteId(id));
    }

    @POST
    @Path("/{id}/order")
    @Operation(summary = "Accept a quote; again, it answers the same order")
    @APIResponseSchema(value = Order.class, responseCode = "201")
    public Response order(@PathParam("id") UUID id) {
        Quote quote = visible(new QuoteId(id));
        Order order = quotes.accept(quote.id(), quote.requester()).orThrow();
        return Response.created(URI.create("/api/v1/orders/" + order.id()))
                .entity(order)
                .build();
    }

    private Quote visible(QuoteId id) {
        return quotes.find(id)
                .filter(quote -> viewer.sees(quote.requester()))
                .orElseThrow(() -> new RefusedException(Quotes.unknown(id)));
    }
}
