package org.cosmofab.orchestrator.members.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.members.Attestation;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.members.Viewer;
import org.cosmofab.orchestrator.members.domain.MembersRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The parties, for those who care for them; names of people are nobody else's business. */
@Path("/api/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"STEWARD", "ADMIN"})
@Tag(name = "members")
class PartyResource {
    private final Parties parties;
    private final Viewer viewer;

    PartyResource(Parties parties, Viewer viewer) {
        this.parties = parties;
        this.viewer = viewer;
    }

    /**
     * A party to register.
     *
     * @param id without one, a pseudonymous id is made
     */
    record PartyRequest(
            Optional<@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String> id,
            @NotNull Party.Kind kind,
            @NotBlank @Size(max = 200) String name,
            @NotNull Standing standing,
            boolean termsAccepted) {}

    /** A party. */
    record PartyResponse(String id, Party.Kind kind, String name, Standing standing, boolean termsAccepted) {

        static PartyResponse of(Party party) {
            return new PartyResponse(
                    party.id().value(), party.kind(), party.name(), party.standing(), party.termsAccepted());
        }
    }

    /** A standing to vouch for. */
    record AttestationRequest(@NotNull Standing standing) {}

    /** Who vouched for what, when. */
    record AttestationResponse(Standing standing, String by, Instant at) {

        static AttestationResponse of(Attestation attestation) {
            return new AttestationResponse(attestation.standing(), attestation.by(), attestation.at());
        }
    }

    @GET
    @Operation(summary = "All parties")
    public List<PartyResponse> all() {
        return parties.all().stream().map(PartyResponse::of).toList();
    }

    @POST
    @Operation(summary = "Register a party")
    @APIResponseSchema(value = PartyResponse.class, responseCode = "201")
    public Response register(@NotNull @Valid PartyRequest request) {
        PartyId id = request.id().map(PartyId::new).orElseGet(parties::newId);
        Party party = parties.register(
                        new Party(id, request.kind(), request.name(), request.standing(), request.termsAccepted()))
                .orThrow();
        return Response.status(Response.Status.CREATED)
                .entity(PartyResponse.of(party))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One party")
    public PartyResponse one(@PathParam("id") PartyId id) {
        return PartyResponse.of(known(id));
    }

    @GET
    @Path("{id}/attestations")
    @Operation(summary = "Who vouched for the party's standing, oldest first")
    public List<AttestationResponse> attestations(@PathParam("id") PartyId id) {
        return parties.attestations(known(id).id()).stream()
                .map(AttestationResponse::of)
                .toList();
    }

    @POST
    @Path("{id}/attestations")
    @RolesAllowed("STEWARD")
    @Operation(summary = "Vouch for a standing of the party")
    public PartyResponse attest(@PathParam("id") PartyId id, @NotNull @Valid AttestationRequest request) {
        return PartyResponse.of(
                parties.attest(id, request.standing(), viewer.login().orElseThrow())
                        .orThrow());
    }

    private Party known(PartyId id) {
        return parties.find(id)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(MembersRefusal.PARTY_UNKNOWN, "no party is registered as " + id)));
    }
}
