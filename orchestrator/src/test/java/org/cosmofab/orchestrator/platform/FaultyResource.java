package org.cosmofab.orchestrator.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;

/** Fails in every way a resource can fail; for tests. */
@Path("/api/v1/faulty")
public class FaultyResource {

    /** One kind for each category. */
    enum Kind implements Refusal.Kind {
        WORD_UNKNOWN(Refusal.Category.INVALID),
        TOOL_LOCKED(Refusal.Category.FORBIDDEN),
        SPOOL_GONE(Refusal.Category.NOT_FOUND),
        BED_BUSY(Refusal.Category.CONFLICT),
        STEEL_TOO_THICK(Refusal.Category.UNPROCESSABLE);

        private final Refusal.Category category;

        Kind(Refusal.Category category) {
            this.category = category;
        }

        @Override
        public String title() {
            return "Title of " + name();
        }

        @Override
        public Refusal.Category category() {
            return category;
        }
    }

    /** A body with rules. */
    public record Body(
            @NotBlank String name, @Min(1) int count, @Valid Inner inner) {
        /** A part of it. */
        public record Inner(@NotBlank String word) {}
    }

    @GET
    @Path("refused")
    @PermitAll
    public String refused(@QueryParam("kind") String kind) {
        throw new RefusedException(Refusal.of(Kind.valueOf(kind), "because <of> the test")
                .with("missing", 12L)
                .with("status", "not this"));
    }

    @GET
    @Path("bug")
    @PermitAll
    public String bug() {
        throw new IllegalStateException("secret inner workings");
    }

    @GET
    @Path("lock")
    @PermitAll
    public String lock() {
        throw new OptimisticLockException("row 7");
    }

    @POST
    @Path("body")
    @PermitAll
    public String body(@Valid Body body) {
        return body.name();
    }

    @GET
    @Path("machines/{id}")
    @PermitAll
    public String machine(@jakarta.ws.rs.PathParam("id") MachineId id) {
        return id.value();
    }

    @GET
    @Path("for-stewards")
    @RolesAllowed("STEWARD")
    public String forStewards() {
        return "steward";
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "nobody may read this";
    }

    @GET
    @Path("json")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Body json() {
        return new Body("x", 1, new Body.Inner("y"));
    }
}
