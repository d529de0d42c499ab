package org.cosmofab.orchestrator.fabrication.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.machines.MachineRefusal;
import org.cosmofab.orchestrator.members.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/machines")
@RolesAllowed({"OPERATOR", "ADMIN"})
@Tag(name = "machines")
class MachineInstructionResource {
    private final Fabrication fabrication;
    private final Viewer viewer;

    MachineInstructionResource(Fabrication fabrication, Viewer viewer) {
        this.fabrication = fabrication;
        this.viewer = viewer;
    }

    @POST
    @Path("/{id}/clear")
    @Operation(summary = "Say that the machine is empty and loaded; it is told, and answers by its state")
    @APIResponse(responseCode = "202", description = "The machine is told")
    public Response clear(@PathParam("id") String id) {
        fabrication.clear(machine(id), viewer.login().orElseThrow()).orThrow();
        return Response.accepted().build();
    }

    @POST
    @Path("/{id}/stop")
    @Operation(summary = "Stop the machine by its fastest path; it is told, and answers by its state")
    @APIResponse(responseCode = "202", description = "The machine is told")
    public Response stop(@PathParam("id") String id) {
        fabrication.stop(machine(id), viewer.login().orElseThrow()).orThrow();
        return Response.accepted().build();
    }

    private static MachineId machine(String id) {
        try {
            return new MachineId(id);
        } catch (IllegalArgumentException noSuchForm) {
            throw new RefusedException(
                    Refusal.of(MachineRefusal.MACHINE_UNKNOWN, "this workshop has no machine '" + id + "'"));
        }
    }
}
