package org.cosmofab.orchestrator.fabrication.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.fabrication.FabricationRefusal;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.Access;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/attempts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attempts")
@Blocking
class AttemptResource {
    private final Fabrication fabrication;
    private final Orders orders;
    private final Access access;

    /** How an uncertain attempt ended. */
    record Decision(@Nullable @NotNull Boolean done) {}

    AttemptResource(Fabrication fabrication, Orders orders, Access access) {
        this.fabrication = fabrication;
        this.orders = orders;
        this.access = access;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One attempt; its requester and staff see it")
    AttemptView one(@PathParam("id") UUID id) {
        var party = access.party();
        return fabrication
                .find(new AttemptId(id))
                .filter(attempt -> access.isStaff()
                        || orders.find(attempt.order()).map(Order::requester).equals(party))
                .map(AttemptView::of)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(FabricationRefusal.ATTEMPT_UNKNOWN, "there is no attempt " + id)));
    }

    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Holds the machine")
    AttemptView pause(@PathParam("id") UUID id) {
        return view(fabrication.pause(new AttemptId(id), operator()));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Lets the machine go on")
    AttemptView resume(@PathParam("id") UUID id) {
        return view(fabrication.resume(new AttemptId(id), operator()));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Ends the attempt")
    AttemptView cancel(@PathParam("id") UUID id) {
        return view(fabrication.cancel(new AttemptId(id), operator()));
    }

    @POST
    @Path("/{id}/decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says how an uncertain attempt ended, by somebody who looked")
    AttemptView decide(@PathParam("id") UUID id, @Valid @NotNull Decision decision) {
        return view(fabrication.decide(new AttemptId(id), Boolean.TRUE.equals(decision.done()), operator()));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Lets the operation be tried again, by a new attempt")
    AttemptView retry(@PathParam("id") UUID id) {
        return view(fabrication.retry(new AttemptId(id), operator()));
    }

    private String operator() {
        return access.require(Role.OPERATOR, Role.ADMIN);
    }

    private static AttemptView view(Result<Attempt> result) {
        return AttemptView.of(result.orThrow());
    }
}
