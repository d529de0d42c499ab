package org.cosmofab.orchestrator.settlement.http;

import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderRefusal;
import org.cosmofab.orchestrator.settlement.Settlement;
import org.cosmofab.orchestrator.settlement.SettlementRefusal;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an order cost and where each cent went, and its payment. */
@Path("/api/v1/orders/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
class StatementResource {
    private static final long MICRO_EURO_PER_CENT = 10_000;

    private final Settlement settlement;
    private final Rooms rooms;
    private final Viewer viewer;

    StatementResource(Settlement settlement, Rooms rooms, Viewer viewer) {
        this.settlement = settlement;
        this.rooms = rooms;
        this.viewer = viewer;
    }

    /**
     * @param amountCents what was received
     */
    record PaymentRequest(
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long amountCents) {}

    /**
     * @param recordedBy login of the person who recorded the payment
     */
    record PaymentAnswer(String recordedBy, StatementJson statement) {}

    @GET
    @Path("statement")
    @RolesAllowed({"REQUESTER", "DESIGNER", "OPERATOR", "STEWARD", "ADMIN"})
    @Operation(summary = "The statement of a settled order, for its requester and for those who run the workshop")
    public StatementJson statement(@PathParam("id") UUID id) {
        OrderId order = new OrderId(id);
        Order found = rooms.order(order)
                .filter(this::mayRead)
                .orElseThrow(() -> refused(OrderRefusal.ORDER_UNKNOWN, "there is no order " + id));
        return settlement
                .statement(order)
                .map(StatementJson::of)
                .orElseThrow(() -> refused(
                        SettlementRefusal.ORDER_NOT_SETTLED,
                        "order " + found.number() + " is " + found.stage()
                                + "; its statement is written once it is settled"));
    }

    @POST
    @Path("payments")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Records that the requester paid what is due; the fee is distributed at once")
    public PaymentAnswer pay(@PathParam("id") UUID id, @NotNull @Valid PaymentRequest request) {
        String by = viewer.login().orElseThrow(UnauthorizedException::new);
        Amount amount = Amount.microEuro(Math.multiplyExact(request.amountCents(), MICRO_EURO_PER_CENT));
        return new PaymentAnswer(
                by, StatementJson.of(settlement.pay(new OrderId(id), amount, by).orThrow()));
    }

    /** Of somebody else's order a requester is not told that it is there. */
    private boolean mayRead(Order order) {
        return viewer.sees(order.requester());
    }

    private static RefusedException refused(Refusal.Kind kind, String detail) {
        return new RefusedException(Refusal.of(kind, detail));
    }
}
