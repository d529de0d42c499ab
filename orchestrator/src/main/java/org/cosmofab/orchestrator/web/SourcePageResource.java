package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Offers the program's source code to everybody who uses it.
 *
 * <p>Source: GNU Affero General Public License, version 3, section 13.
 */
@Path("/source")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SourcePageResource {
    private final Template template;
    private final Frame frame;
    private final String version;
    private final String address;

    SourcePageResource(
            @Location("web/source") Template template,
            Frame frame,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "cosmofab.source-url") Optional<String> address) {
        this.template = template;
        this.frame = frame;
        this.version = version;
        this.address = address.filter(url -> url.matches("https?://\\S+")).orElse("");
    }

    @GET
    @PermitAll
    public TemplateInstance page() {
        return frame.around(template.data("version", version).data("address", address), "");
    }
}
