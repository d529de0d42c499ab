package org.cosmofab.orchestrator.materials.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.MaterialRefusal;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.materials.Movement;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lots over HTTP. */
@Path("/api/v1/lots")
@Tag(name = "materials")
@RolesAllowed({"OPERATOR", "STEWARD", "ADMIN"})
class LotResource {
    private final Materials materials;

    LotResource(Materials materials) {
        this.materials = materials;
    }

    /**
     * A lot that came in.
     *
     * @param grams its weight, up to ten tonnes
     * @param centsPerKg what it cost
     */
    record LotRequest(
            @NotNull LotId id,
            @NotNull MaterialId material,
            @NotBlank @Size(max = 200) String label,
            @Positive @Max(10_000_000) long grams,
            @PositiveOrZero @Max(100_000_000) long centsPerKg) {

        private static final long MILLIGRAMS_PER_GRAM = 1000;
        private static final long MICRO_EURO_PER_CENT = 10_000;

        Lot toLot() {
            Amount price = Amount.microEuro(Math.multiplyExact(centsPerKg, MICRO_EURO_PER_CENT));
            return new Lot(id, material, label, Math.multiplyExact(grams, MILLIGRAMS_PER_GRAM), price);
        }
    }

    @GET
    @Operation(summary = "Lots, with what is left of each")
    public List<Lot> all() {
        return materials.lots();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One lot")
    public Lot one(@PathParam("id") LotId id) {
        return materials
                .lot(id)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(MaterialRefusal.LOT_UNKNOWN, "this workshop has no lot '" + id + "'")));
    }

    @GET
    @Path("{id}/movements")
    @Operation(summary = "What came into and went out of a lot, oldest first")
    public List<Movement> movements(@PathParam("id") LotId id) {
        return materials.movements(one(id).id());
    }

    @POST
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Take a lot in; the same again changes nothing")
    public Lot receive(@Valid @NotNull LotRequest lot) {
        return materials.receive(lot.toLot()).orThrow();
    }
}
