package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Locale;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;

/** The floor, and what a person does on it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class FloorPageResource {
    private final Template floor;
    private final Template floorNow;
    private final FloorPage page;
    private final FloorChanges changes;
    private final Frame frame;
    private final Fabrication fabrication;

    FloorPageResource(
            @Location("web/floor") Template floor,
            @Location("web/floorNow") Template floorNow,
            FloorPage page,
            FloorChanges changes,
            Frame frame,
            Fabrication fabrication) {
        this.floor = floor;
        this.floorNow = floorNow;
        this.page = page;
        this.changes = changes;
        this.frame = frame;
        this.fabrication = fabrication;
    }

    @GET
    @PermitAll
    public TemplateInstance floor() {
        return frame.around(floor.data("floor", page.view(frame.locale(), frame.known())), "floor");
    }

    @GET
    @PermitAll
    @Path("floor/now")
    public TemplateInstance floorNow() {
        return frame.around(floorNow.data("floor", page.view(frame.locale(), frame.known())), "floor");
    }

    /** Tells that the floor changed; what changed is fetched. */
    @GET
    @PermitAll
    @Path("floor/changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(@Context Sse sse) {
        return changes.words()
                .map(word -> sse.newEventBuilder()
                        .name(word.name().toLowerCase(Locale.ROOT))
                        .data("now")
                        .build());
    }

    @POST
    @Path("machines/{machine}/clear")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    public Response clear(@PathParam("machine") MachineId machine) {
        fabrication.clear(machine, by()).orThrow();
        return frame.back();
    }

    @POST
    @Path("machines/{machine}/stop")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    public Response stop(@PathParam("machine") MachineId machine) {
        fabrication.stop(machine, by()).orThrow();
        return frame.back();
    }

    @POST
    @Path("attempts/{attempt}/{verb: pause|resume|cancel|finished|stopped|retry}")
    @RolesAllowed({"OPERATOR", "ADMIN"})
    public Response attempt(@PathParam("attempt") UUID attempt, @PathParam("verb") String verb) {
        AttemptId id = new AttemptId(attempt);
        switch (verb) {
            case "pause" -> fabrication.pause(id, by()).orThrow();
            case "resume" -> fabrication.resume(id, by()).orThrow();
            case "cancel" -> fabrication.cancel(id, by()).orThrow();
            case "finished" -> fabrication.decide(id, true, by()).orThrow();
            case "stopped" -> fabrication.decide(id, false, by()).orThrow();
            case "retry" -> fabrication.retry(id, by()).orThrow();
            default -> throw new IllegalStateException("not a verb of attempts: " + verb);
        }
        return frame.back();
    }

    private String by() {
        return frame.viewer().login().orElse("");
    }
}
