package org.cosmofab.orchestrator.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page has around it: language, who is logged in, the workshop's name, the place in the navigation. */
@RequestScoped
class Frame {
    private final Language language;
    private final Viewer viewer;
    private final Parties parties;
    private final Clock clock;
    private final ZoneId zone;

    Frame(
            Language language,
            Viewer viewer,
            Parties parties,
            Clock clock,
            @ConfigProperty(name = "cosmofab.zone") Optional<String> zone) {
        this.language = language;
        this.viewer = viewer;
        this.parties = parties;
        this.clock = clock;
        this.zone = zone.map(ZoneId::of).orElse(ZoneId.systemDefault());
    }

    /**
     * @param room of the navigation that the page is in
     */
    TemplateInstance around(TemplateInstance page, String room) {
        Locale locale = language.locale();
        return page.setLocale(locale)
                .data("show", show())
                .data("room", room)
                .data("place", parties.workshop().name())
                .data("login", viewer.login().orElse(""))
                .data("operates", operates());
    }

    Show show() {
        return new Show(language.locale(), zone, clock.instant());
    }

    Locale locale() {
        return language.locale();
    }

    boolean operates() {
        return viewer.has(Role.OPERATOR) || viewer.has(Role.ADMIN);
    }

    Viewer viewer() {
        return viewer;
    }
}
