package org.cosmofab.orchestrator.fabrication.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/attempts")
@Tag(name = "attempts", description = "Physical tries of operations, and what a person decides about them")
class AttemptResource {
    private final Fabrication fabrication;
    private final Orders orders;
    private final Viewer viewer;

    /** How an uncertain attempt ended. */
    record Decision(@Nullable @NotNull Boolean done) {}

    AttemptResource(Fabrication fabrication, Orders orders, Viewer viewer) {
        this.fabrication = fabrication;
        this.orders = orders;
        this.viewer = viewer;
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One attempt; its requester and staff see it")
    public Attempt one(@PathParam("id") UUID id) {
        return fabrication
                .find(new AttemptId(id))
                .filter(this::isVisible)
                .orElseThrow(() -> new RefusedException(Fabrication.unknown(new AttemptId(id))));
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Hold the machine")
    public Attempt pause(@PathParam("id") UUID id) {
        return fabrication.pause(new AttemptId(id), operator()).orThrow();
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Let the machine go on")
    public Attempt resume(@PathParam("id") UUID id) {
        return fabrication.resume(new AttemptId(id), operator()).orThrow();
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "End the attempt")
    public Attempt cancel(@PathParam("id") UUID id) {
        return fabrication.cancel(new AttemptId(id), operator()).orThrow();
    }

    @POST
    @Path("/{id}/decide")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Say how an uncertain attempt ended, having looked")
    public Attempt decide(@PathParam("id") UUID id, @Valid @NotNull Decision decision) {
        boolean done = Boolean.TRUE.equals(decision.done());
        return fabrication.decide(new AttemptId(id), done, operator()).orThrow();
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Let the operation be tried again, by a new attempt")
    public Attempt retry(@PathParam("id") UUID id) {
        return fabrication.retry(new AttemptId(id), operator()).orThrow();
    }

    private boolean isVisible(Attempt attempt) {
        return orders.find(attempt.order())
                .map(Order::requester)
                .filter(viewer::sees)
                .isPresent();
    }

    private String operator() {
        return viewer.login().orElseThrow();
    }
}
