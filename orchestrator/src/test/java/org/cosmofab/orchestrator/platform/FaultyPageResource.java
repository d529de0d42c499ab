package org.cosmofab.orchestrator.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;

/** A page that fails; for tests. */
@Path("/faulty-page")
public class FaultyPageResource {

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public String refused() {
        throw new RefusedException(Refusal.of(FaultyResource.Kind.SPOOL_GONE, "because <of> the test"));
    }
}
