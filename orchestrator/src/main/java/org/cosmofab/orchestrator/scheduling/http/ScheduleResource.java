package org.cosmofab.orchestrator.scheduling.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cosmofab.orchestrator.members.Access;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedule")
@Blocking
class ScheduleResource {
    private final Scheduling scheduling;
    private final Access access;

    ScheduleResource(Scheduling scheduling, Access access) {
        this.scheduling = scheduling;
        this.access = access;
    }

    @GET
    @Operation(summary = "Which operation on which machine when, and what the others wait for")
    ScheduleView current() {
        access.login();
        return ScheduleView.of(scheduling.current());
    }
}
