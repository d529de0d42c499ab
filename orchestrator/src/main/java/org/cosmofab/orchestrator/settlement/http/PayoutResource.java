package org.cosmofab.orchestrator.settlement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.settlement.Reciprocity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pays what is owed to association and contributors. */
@Path("/api/v1/books/payouts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
class PayoutResource {
    private final Reciprocity reciprocity;

    PayoutResource(Reciprocity reciprocity) {
        this.reciprocity = reciprocity;
    }

    /** Whole cents that went out from what one account was owed. */
    record PayoutJson(String account, Amount amount) {}

    @POST
    @RolesAllowed({"STEWARD", "ADMIN"})
    @Operation(summary = "Pays out whole cents; what is less than a cent stays owed")
    public List<PayoutJson> payOut() {
        return reciprocity.payOut().entrySet().stream()
                .map(payout -> new PayoutJson(payout.getKey().value(), payout.getValue()))
                .toList();
    }
}
