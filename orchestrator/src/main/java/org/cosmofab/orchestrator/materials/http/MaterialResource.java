package org.cosmofab.orchestrator.materials.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Kinds of material over HTTP. */
@Path("/api/v1/materials")
@Tag(name = "materials", description = "What there is to make things of")
class MaterialResource {
    private final Materials materials;

    MaterialResource(Materials materials) {
        this.materials = materials;
    }

    /** A kind of material to define, or its new description. */
    record MaterialRequest(
            @NotNull MaterialId id,
            @NotNull Material.Form form,
            @NotEmpty Map<@Pattern(regexp = "[a-zA-Z-]{2,35}") String, @NotBlank @Size(max = 200) String> names,
            @Positive @DecimalMax("30") double densityMgPerMm3,
            @Positive @DecimalMax("1000") double thicknessMm) {

        Material toMaterial() {
            return new Material(id, form, names, densityMgPerMm3, thicknessMm);
        }
    }

    @GET
    @PermitAll
    @Operation(summary = "Kinds of material")
    public List<Material> all() {
        return materials.all();
    }

    @PUT
    @RolesAllowed("ADMIN")
    @Operation(summary = "Define a kind of material, or replace its description")
    public Material define(@Valid @NotNull MaterialRequest material) {
        return materials.define(material.toMaterial());
    }
}
