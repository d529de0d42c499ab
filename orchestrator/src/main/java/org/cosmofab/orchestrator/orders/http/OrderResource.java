package org.cosmofab.orchestrator.orders.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Access;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderRefusal;
import org.cosmofab.orchestrator.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
@Blocking
class OrderResource {
    private final Orders orders;
    private final Access access;

    OrderResource(Orders orders, Access access) {
        this.orders = orders;
        this.access = access;
    }

    @GET
    @Operation(summary = "Orders, newest first: all of them for staff, else the caller's own")
    List<OrderView> all() {
        Optional<PartyId> party = access.party();
        return orders.all().stream()
                .filter(order -> access.isStaff() || party.equals(Optional.of(order.requester())))
                .map(OrderView::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One order")
    OrderView one(@PathParam("id") UUID id) {
        return OrderView.of(visible(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Gives an order up, before it is made and while no machine works on it")
    OrderView cancel(@PathParam("id") UUID id) {
        Order order = visible(id);
        return OrderView.of(orders.cancel(order.id()).orThrow());
    }

    /** Somebody else's order is answered like one that is not there. */
    private Order visible(UUID id) {
        Optional<PartyId> party = access.party();
        return orders.find(new OrderId(id))
                .filter(order -> access.isStaff() || party.equals(Optional.of(order.requester())))
                .orElseThrow(
                        () -> new RefusedException(Refusal.of(OrderRefusal.ORDER_UNKNOWN, "there is no order " + id)));
    }
}
