package org.cosmofab.orchestrator.fabrication.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.fabrication.FabricationRefusal;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Access;
import org.cosmofab.orchestrator.members.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/machines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "machines")
@Blocking
class MachineInstructionResource {
    private final Fabrication fabrication;
    private final Access access;

    MachineInstructionResource(Fabrication fabrication, Access access) {
        this.fabrication = fabrication;
        this.access = access;
    }

    @POST
    @Path("/{id}/clear")
    @Operation(summary = "Says that the machine is empty and loaded; it is told, and answers by its state")
    Response clear(@PathParam("id") String id) {
        String by = access.require(Role.OPERATOR, Role.ADMIN);
        fabrication.clear(machine(id), by).orThrow();
        return Response.accepted().build();
    }

    @POST
    @Path("/{id}/stop")
    @Operation(summary = "Stops the machine by its fastest path; it is told, and answers by its state")
    Response stop(@PathParam("id") String id) {
        String by = access.require(Role.OPERATOR, Role.ADMIN);
        fabrication.stop(machine(id), by).orThrow();
        return Response.accepted().build();
    }

    private static MachineId machine(String id) {
        try {
            return new MachineId(id);
        } catch (IllegalArgumentException noSuchForm) {
            throw new RefusedException(Refusal.of(FabricationRefusal.NO_SUCH_MACHINE, "there is no machine " + id));
        }
    }
}
