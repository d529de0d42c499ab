package org.cosmofab.orchestrator.machines.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machine.Dialect;
import org.cosmofab.orchestrator.machines.Machine.Envelope;
import org.cosmofab.orchestrator.machines.Machine.Limits;
import org.cosmofab.orchestrator.machines.MachineRefusal;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.members.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The floor over HTTP. */
@Path("/api/v1/machines")
@Tag(name = "machines", description = "The floor: machines and what they do now")
class MachineResource {
    private final Machines machines;
    private final Viewer viewer;

    MachineResource(Machines machines, Viewer viewer) {
        this.machines = machines;
        this.viewer = viewer;
    }

    /**
     * A machine with what it does now.
     *
     * @param etaAt until when it is busy, in workshop time; absent if it is not, or does not tell
     * @param inside for people who are logged in
     */
    record MachineOnFloor(
            MachineId id,
            String name,
            Process process,
            LiveState.State state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant etaAt,

            @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Inside inside) {}

    /** What only people who are logged in see: limits, agent, what is loaded, whose work it does. */
    record Inside(Machine machine, LiveState live, double fraction) {}

    /** A machine to register, or its new description. */
    record MachineRequest(
            @NotNull MachineId id,
            @NotBlank @Size(max = 100) String name,
            @NotNull Process process,
            @NotNull Dialect dialect,
            @NotNull AgentId agent,
            @NotNull Envelope envelope,
            @NotNull Limits limits) {

        Machine toMachine() {
            return new Machine(id, name, process, dialect, agent, envelope, limits, Optional.empty());
        }
    }

    /** What a person loaded. */
    record Load(@NotNull MaterialId material, @NotNull LotId lot) {}

    @GET
    @PermitAll
    @Operation(summary = "All machines and what they do now; more of it for people who are logged in")
    public List<MachineOnFloor> all() {
        return machines.all().stream().map(this::onFloor).toList();
    }

    @GET
    @PermitAll
    @Path("/{id}")
    @Operation(summary = "One machine and what it does now; more of it for people who are logged in")
    public MachineOnFloor one(@PathParam("id") String id) {
        return machines.find(id(id)).map(this::onFloor).orElseThrow(() -> unknown(id));
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Register a machine, or replace its description")
    public MachineOnFloor register(@Valid @NotNull MachineRequest machine) {
        return onFloor(machines.register(machine.toMachine()).orThrow());
    }

    @PUT
    @Path("/{id}/loaded")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    @Operation(summary = "Say what is loaded")
    public MachineOnFloor load(@PathParam("id") String id, @Valid @NotNull Load load) {
        return onFloor(machines.load(id(id), load.material(), load.lot()).orThrow());
    }

    private MachineOnFloor onFloor(Machine machine) {
        LiveState live = machines.live(machine.id());
        Inside inside = viewer.login().isPresent() ? new Inside(machine, live, live.fraction()) : null;
        return new MachineOnFloor(
                machine.id(),
                machine.name(),
                machine.process(),
                live.state(),
                live.etaAt().orElse(null),
                inside);
    }

    private static MachineId id(String text) {
        try {
            return new MachineId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static RefusedException unknown(String text) {
        return new RefusedException(
                Refusal.of(MachineRefusal.MACHINE_UNKNOWN, "this workshop has no machine '" + text + "'"));
    }
}
