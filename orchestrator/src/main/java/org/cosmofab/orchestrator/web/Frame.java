package org.cosmofab.orchestrator.web;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Viewer;

/** What every page has around it: language, who is logged in, the workshop's name, the place in the navigation. */
@RequestScoped
class Frame {
    private final Language language;
    private final Viewer viewer;
    private final Place place;
    private final Assets assets;
    private final PublicAddress publicAddress;
    private final RoutingContext request;

    Frame(
            Language language,
            Viewer viewer,
            Place place,
            Assets assets,
            PublicAddress publicAddress,
            RoutingContext request) {
        this.language = language;
        this.viewer = viewer;
        this.place = place;
        this.assets = assets;
        this.publicAddress = publicAddress;
        this.request = request;
    }

    /**
     * @param room of the navigation that the page is in
     */
    TemplateInstance around(TemplateInstance page, String room) {
        return page.setLocale(locale())
                .data("show", show())
                .data("room", room)
                .data("place", place.name(locale()))
                .data("assets", assets.suffix())
                .data("here", URLEncoder.encode(here(), StandardCharsets.UTF_8))
                .data("account", true)
                .data("login", viewer.login().orElse(""))
                .data("operates", operates());
    }

    Show show() {
        return place.show(locale());
    }

    Locale locale() {
        return language.locale();
    }

    /** Whether somebody is logged in. */
    boolean known() {
        return viewer.login().isPresent();
    }

    boolean operates() {
        return viewer.has(Role.OPERATOR) || viewer.has(Role.ADMIN);
    }

    Viewer viewer() {
        return viewer;
    }

    /** From where the browser asks; of a proxy, unless its forwarding is trusted. */
    String address() {
        return request.request().remoteAddress().hostAddress();
    }

    /** The whole address of one of our pages, for what leaves the screen. */
    String publicly(String path) {
        HttpServerRequest asked = request.request();
        return publicAddress.of(path, asked.scheme() + "://" + authority(asked));
    }

    /** Back to the page whose form was sent. */
    Response back() {
        return Response.seeOther(URI.create(here())).build();
    }

    /** Where to come back to: this page, or the page whose form was sent. */
    private String here() {
        HttpServerRequest asked = request.request();
        if (asked.method().equals(HttpMethod.GET)) {
            return LocalPath.of(asked.uri()).orElse("/");
        }
        return LocalPath.ofAddress(asked.getHeader("Referer"), authority(asked)).orElse("/");
    }

    private static String authority(HttpServerRequest asked) {
        return asked.authority() == null ? "" : asked.authority().toString();
    }
}
