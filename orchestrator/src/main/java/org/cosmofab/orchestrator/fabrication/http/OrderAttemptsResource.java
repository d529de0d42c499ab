package org.cosmofab.orchestrator.fabrication.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Access;
import org.cosmofab.orchestrator.orders.OrderRefusal;
import org.cosmofab.orchestrator.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/orders/{id}/attempts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attempts")
@Blocking
class OrderAttemptsResource {
    private final Fabrication fabrication;
    private final Orders orders;
    private final Access access;

    OrderAttemptsResource(Fabrication fabrication, Orders orders, Access access) {
        this.fabrication = fabrication;
        this.orders = orders;
        this.access = access;
    }

    @GET
    @Operation(summary = "The attempts of an order, in the order of their beginning")
    List<AttemptView> all(@PathParam("id") UUID id) {
        var party = access.party();
        OrderId order = orders.find(new OrderId(id))
                .filter(each -> access.isStaff() || party.equals(Optional.of(each.requester())))
                .orElseThrow(
                        () -> new RefusedException(Refusal.of(OrderRefusal.ORDER_UNKNOWN, "there is no order " + id)))
                .id();
        return fabrication.attempts(order).stream().map(AttemptView::of).toList();
    }
}
