package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderRefusal;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.settlement.Settlement;
import org.cosmofab.orchestrator.settlement.SettlementRefusal;
import org.cosmofab.orchestrator.settlement.Statement;

/** Orders for those whose they are, and for those who make them. */
@Path("/orders")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"REQUESTER", "DESIGNER", "OPERATOR", "STEWARD", "ADMIN"})
@Blocking
class OrderPageResource {
    private static final int ORDERS = 25;

    private final Template orders;
    private final Template order;
    private final Template orderNow;
    private final OrderPages pages;
    private final Rooms rooms;
    private final Frame frame;

    OrderPageResource(
            @Location("web/orders") Template orders,
            @Location("web/order") Template order,
            @Location("web/orderNow") Template orderNow,
            OrderPages pages,
            Rooms rooms,
            Frame frame) {
        this.orders = orders;
        this.order = order;
        this.orderNow = orderNow;
        this.pages = pages;
        this.rooms = rooms;
        this.frame = frame;
    }

    /** The rooms where orders are placed and settled. */
    @Dependent
    record Rooms(Orders orders, Settlement settlement) {}

    @GET
    public TemplateInstance some(@QueryParam("before") Optional<Long> before) {
        List<Order> page = page(before.orElse(Long.MAX_VALUE));
        List<Order> shown = page.subList(0, Math.min(page.size(), ORDERS));
        return frame.around(
                orders.data("seesAll", frame.viewer().isStaff())
                        .data(
                                "older",
                                page.size() > ORDERS ? shown.get(ORDERS - 1).number() : null)
                        .data(
                                "orders",
                                shown.stream()
                                        .map(o -> pages.row(o, frame.locale(), frame.show()))
                                        .toList()),
                "orders");
    }

    /** One more than is shown, to know whether there are older ones. */
    private List<Order> page(long before) {
        Viewer viewer = frame.viewer();
        if (viewer.isStaff()) {
            return rooms.orders().newest(before, ORDERS + 1);
        }
        return viewer.party()
                .map(party -> rooms.orders().newestOf(party, before, ORDERS + 1))
                .orElse(List.of());
    }

    @GET
    @Path("/{number}")
    public TemplateInstance one(@PathParam("number") long number) {
        return page(order, number);
    }

    @GET
    @Path("/{number}/now")
    public TemplateInstance now(@PathParam("number") long number) {
        return page(orderNow, number);
    }

    @POST
    @Path("/{number}/cancel")
    public Response cancel(@PathParam("number") long number) {
        rooms.orders().cancel(find(number).id()).orThrow();
        return back(number);
    }

    @POST
    @Path("/{number}/payment")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    public Response payment(@PathParam("number") long number) {
        Order paid = find(number);
        Statement statement = rooms.settlement()
                .statement(paid.id())
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(SettlementRefusal.ORDER_NOT_SETTLED, "order " + number + " is not settled yet")));
        String by = frame.viewer().login().orElse("");
        rooms.settlement().pay(paid.id(), statement.total(), by).orThrow();
        return back(number);
    }

    private TemplateInstance page(Template template, long number) {
        Order found = find(number);
        String passport = frame.publicly("/passports/" + found.id());
        return frame.around(
                template.data("order", pages.sheet(found, passport, frame.locale(), frame.show())), "orders");
    }

    /** Somebody else's order is answered like one that is not there. */
    private Order find(long number) {
        return rooms.orders()
                .byNumber(number)
                .filter(this::mayBeSeen)
                .orElseThrow(() ->
                        new RefusedException(Refusal.of(OrderRefusal.ORDER_UNKNOWN, "there is no order " + number)));
    }

    private boolean mayBeSeen(Order found) {
        return frame.viewer().sees(found.requester());
    }

    private static Response back(long number) {
        return Response.seeOther(URI.create("/orders/" + number)).build();
    }
}
