package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.cosmofab.orchestrator.kernel.ErrorPage;
import org.cosmofab.orchestrator.kernel.Problem;

/**
 * A problem as a page. It can be shown while nothing else works and where nothing may wait, so it asks no room and no
 * database, not even who is logged in.
 */
@ApplicationScoped
class HtmlErrorPage implements ErrorPage {
    private static final int SERVER_ERROR = 500;

    private final Template template;
    private final Place place;
    private final Assets assets;

    HtmlErrorPage(@Location("web/error") Template template, Place place, Assets assets) {
        this.template = template;
        this.place = place;
        this.assets = assets;
    }

    @Override
    public String html(Problem problem, String path, List<Locale> languages) {
        Locale locale = Language.best(languages);
        Explained explained = Explained.of(problem, locale);
        return template.instance()
                .setLocale(locale)
                .data("show", place.show(locale))
                .data("room", "")
                .data("place", place.lastKnownName(locale))
                .data("assets", assets.suffix())
                .data("here", URLEncoder.encode(LocalPath.of(path).orElse("/"), StandardCharsets.UTF_8))
                .data("account", false)
                .data("login", "")
                .data("operates", false)
                .data("status", problem.status())
                .data("type", problem.type())
                .data(
                        "incident",
                        problem.status() >= SERVER_ERROR ? problem.instance().replaceFirst(".*/", "") : "")
                .data("problem", explained)
                .render();
    }
}
