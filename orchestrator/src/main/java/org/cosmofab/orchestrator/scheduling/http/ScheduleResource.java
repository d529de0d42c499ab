package org.cosmofab.orchestrator.scheduling.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/schedule")
@Authenticated
@Tag(name = "schedule", description = "Who makes what when")
class ScheduleResource {
    private final Scheduling scheduling;

    ScheduleResource(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    @GET
    @Operation(summary = "Which operation on which machine when, and what the others wait for")
    public Schedule current() {
        return scheduling.current();
    }
}
