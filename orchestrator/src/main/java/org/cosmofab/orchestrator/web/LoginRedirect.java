package org.cosmofab.orchestrator.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends a person who has to log in first to the page for it, and remembers where the person wanted to be. */
class LoginRedirect {
    private static final int UNAUTHORIZED = 401;
    private static final int SEE_OTHER = 303;

    @ServerResponseFilter
    void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        boolean page = type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
        if (response.getStatus() != UNAUTHORIZED || !page) {
            return;
        }
        String to = URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        response.setStatus(SEE_OTHER);
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.LOCATION, request.getUriInfo().getBaseUri().resolve("/login?to=" + to));
    }

    private static String wanted(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        URI asked = uri.getRequestUri();
        if (request.getMethod().equals("GET")) {
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            return LocalPath.of(asked.getRawPath() + query).orElse("/");
        }
        return LocalPath.ofAddress(request.getHeaderString("Referer"), asked.getAuthority())
                .orElse("/");
    }
}
