package org.cosmofab.orchestrator.materials.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/materials")
@Tag(name = "materials", description = "What there is to make things of")
@RolesAllowed({"OPERATOR", "STEWARD", "ADMIN"})
class MaterialResource {
    private final Materials materials;

    MaterialResource(Materials materials) {
        this.materials = materials;
    }

    /**
     * A lot that came in.
     *
     * @param grams its weight
     * @param centsPerKg what it cost
     */
    record NewLot(
            @NotNull LotId id,
            @NotNull MaterialId material,
            @NotBlank @Size(max = 200) String label,
            @Positive long grams,
            @PositiveOrZero long centsPerKg) {

        private static final long MILLIGRAMS_PER_GRAM = 1000;
        private static final long MICRO_EURO_PER_CENT = 10_000;

        Lot toLot() {
            return new Lot(
                    id,
                    material,
                    label,
                    Math.multiplyExact(grams, MILLIGRAMS_PER_GRAM),
                    0,
                    Amount.microEuro(Math.multiplyExact(centsPerKg, MICRO_EURO_PER_CENT)));
        }
    }

    @GET
    @Operation(summary = "Kinds of material")
    public List<Material> all() {
        return materials.all();
    }

    @PUT
    @RolesAllowed("ADMIN")
    @Operation(summary = "Define a kind of material, or replace its description")
    public Material define(@Valid @NotNull Material material) {
        return materials.define(material);
    }

    @GET
    @Path("/lots")
    @Operation(summary = "Lots, with what is left and what is reserved")
    public List<Lot> lots() {
        return materials.lots();
    }

    @POST
    @Path("/lots")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Take a lot in")
    public Lot receive(@Valid @NotNull NewLot lot) {
        return materials.receive(lot.toLot()).orThrow();
    }
}
