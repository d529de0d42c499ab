package org.cosmofab.orchestrator.fabrication.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/orders/{id}/attempts")
@Authenticated
@Tag(name = "attempts")
class OrderAttemptsResource {
    private final Fabrication fabrication;
    private final Orders orders;
    private final Viewer viewer;

    OrderAttemptsResource(Fabrication fabrication, Orders orders, Viewer viewer) {
        this.fabrication = fabrication;
        this.orders = orders;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "The attempts of an order, in the order of their beginning")
    public List<Attempt> all(@PathParam("id") UUID id) {
        Order order = orders.find(new OrderId(id))
                .filter(each -> viewer.sees(each.requester()))
                .orElseThrow(() -> new RefusedException(Orders.unknown(new OrderId(id))));
        return fabrication.attempts(order.id());
    }
}
