package org.cosmofab.orchestrator.orders.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/orders")
@Authenticated
@Tag(name = "orders", description = "Orders and how far they are")
class OrderResource {
    private static final int PAGE_MAX = 500;

    private final Orders orders;
    private final Viewer viewer;

    OrderResource(Orders orders, Viewer viewer) {
        this.orders = orders;
        this.viewer = viewer;
    }

    @GET
    @Operation(
            summary = "Orders, newest first: everybody's for staff, else the caller's own",
            description = "The next page is asked for with before, the number of the last order of this one")
    public List<Order> some(
            @QueryParam("before") Optional<Long> before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit) {
        long number = before.orElse(Long.MAX_VALUE);
        if (viewer.isStaff()) {
            return orders.newest(number, limit);
        }
        return viewer.party()
                .map(party -> orders.newestOf(party, number, limit))
                .orElse(List.of());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One order")
    public Order one(@PathParam("id") UUID id) {
        return visible(new OrderId(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Give an order up, before it is made and while no machine works on it")
    public Order cancel(@PathParam("id") UUID id) {
        return orders.cancel(visible(new OrderId(id)).id()).orThrow();
    }

    /** Somebody else's order is answered like one that is not there. */
    private Order visible(OrderId id) {
        return orders.find(id)
                .filter(order -> viewer.sees(order.requester()))
                .orElseThrow(() -> new RefusedException(Orders.unknown(id)));
    }
}
