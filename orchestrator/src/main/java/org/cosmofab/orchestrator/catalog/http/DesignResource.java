package org.cosmofab.orchestrator.catalog.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.CatalogRefusal;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/designs")
@Tag(name = "designs", description = "Open designs that this workshop can make")
@Produces(MediaType.APPLICATION_JSON)
class DesignResource {
    /** What is named by its hash never changes; a design's short name will mean its next version. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Catalog catalog;
    private final Parties parties;
    private final Viewer viewer;

    DesignResource(Catalog catalog, Parties parties, Viewer viewer) {
        this.catalog = catalog;
        this.parties = parties;
        this.viewer = viewer;
    }

    /**
     * Which design to pull.
     *
     * @param ref branch, tag or commit
     * @param folder of the design in the repository; empty for its root
     */
    record PullRequest(
            @NotBlank @Size(max = 1000) String repository,
            @NotBlank @Size(max = 200) String ref,
            @NotNull @Size(max = 500) String folder) {}

    @GET
    @PermitAll
    @Operation(summary = "The newest version of each design")
    public List<DesignVersion> newest() {
        return catalog.newest();
    }

    @GET
    @PermitAll
    @Path("/{version}")
    @Operation(summary = "One version")
    public DesignVersion version(@PathParam("version") String version) {
        return find(version);
    }

    @GET
    @PermitAll
    @Path("/{version}/files/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A file of a version, as it was published")
    @APIResponse(
            responseCode = "200",
            description = "The exact bytes",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(@PathParam("version") String version, @PathParam("path") String path) {
        DesignVersion design = find(version);
        java.nio.file.Path file = catalog.file(design.id(), path)
                .orElseThrow(() -> new RefusedException(Refusal.of(
                        CatalogRefusal.DESIGN_FILE_UNKNOWN,
                        "version " + design.id() + " has no file '" + path + "', or it was changed on disk")));
        boolean picture = design.pictures().contains(path);
        return Response.ok(file.toFile(), picture ? pictureType(path) : MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", isHash(version) ? FOR_EVER : "no-cache")
                .header("Content-Disposition", picture ? "inline" : "attachment")
                .build();
    }

    @POST
    @RolesAllowed({"DESIGNER", "ADMIN"})
    @Operation(summary = "Publish a version from a git repository")
    @APIResponseSchema(value = DesignVersion.class, responseCode = "201")
    public Response pull(@Valid @NotNull PullRequest request) {
        DesignVersion version = catalog.pull(
                        request.repository(),
                        request.ref(),
                        request.folder(),
                        viewer.party().orElse(parties.workshop().id()))
                .orThrow();
        return Response.created(URI.create("/api/v1/designs/" + version.id()))
                .entity(version)
                .build();
    }

    private DesignVersion find(String version) {
        Optional<DesignVersion> found = isHash(version)
                ? catalog.version(new DesignVersionId(version))
                : catalog.versions(version).stream().findFirst();
        return found.orElseThrow(() -> new RefusedException(
                Refusal.of(CatalogRefusal.DESIGN_UNKNOWN, "this workshop has no design version '" + version + "'")));
    }

    private static boolean isHash(String version) {
        return version.matches("[0-9a-f]{64}");
    }

    private static String pictureType(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return "image/png";
        }
        return name.endsWith(".jpg") || name.endsWith(".jpeg") ? "image/jpeg" : MediaType.APPLICATION_OCTET_STREAM;
    }
}
