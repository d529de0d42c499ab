package org.cosmofab.orchestrator.members.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cosmofab.orchestrator.members.Viewer;

/** A path of agents; for tests. */
@Path("/agent/v1/whoami-test")
public class WhoAmIResource {
    private final Viewer viewer;

    WhoAmIResource(Viewer viewer) {
        this.viewer = viewer;
    }

    @GET
    @RolesAllowed("AGENT")
    public String whoAmI() {
        return viewer.login().orElseThrow();
    }
}
