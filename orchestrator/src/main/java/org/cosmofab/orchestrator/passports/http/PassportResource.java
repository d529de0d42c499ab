package org.cosmofab.orchestrator.passports.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.passports.Passport;
import org.cosmofab.orchestrator.passports.PassportRefusal;
import org.cosmofab.orchestrator.passports.Passports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/passports")
@Tag(name = "passports", description = "The public record of made things")
class PassportResource {
    private final Passports passports;

    PassportResource(Passports passports) {
        this.passports = passports;
    }

    @GET
    @PermitAll
    @Path("/{order}")
    @Operation(summary = "What was made, from which design, by which machine, of what; open to anybody")
    public Passport one(@PathParam("order") UUID order) {
        return passports
                .of(new OrderId(order))
                .orElseThrow(() -> new RefusedException(Refusal.of(
                        PassportRefusal.NO_PASSPORT,
                        "nothing with the order " + order + " was made and settled here")));
    }
}
