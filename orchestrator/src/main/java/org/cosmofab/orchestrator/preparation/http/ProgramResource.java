package org.cosmofab.orchestrator.preparation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.preparation.Preparation;
import org.cosmofab.orchestrator.preparation.PreparationRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Programs for agents; see device-agents/wire. */
@Path("/agent/v1/programs")
@Tag(name = "agents", description = "What agents fetch")
class ProgramResource {
    private final Preparation preparation;

    ProgramResource(Preparation preparation) {
        this.preparation = preparation;
    }

    @GET
    @Path("/{hash}")
    @RolesAllowed("AGENT")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A program's exact bytes, by their SHA-256")
    @APIResponse(
            responseCode = "200",
            description = "The exact bytes",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response program(@PathParam("hash") String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw unknown(hash);
        }
        java.nio.file.Path file = preparation.text(new ProgramHash(hash)).orElseThrow(() -> unknown(hash));
        return Response.ok(file.toFile()).build();
    }

    private static RefusedException unknown(String hash) {
        return new RefusedException(
                Refusal.of(PreparationRefusal.PROGRAM_UNKNOWN, "there is no program with the hash '" + hash + "'"));
    }
}
