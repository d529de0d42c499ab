package org.cosmofab.orchestrator.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.ErrorPage;
import org.jspecify.annotations.Nullable;

/** The language of a page: as asked for in the address, else as chosen before, else as the browser asks, else English. */
@RequestScoped
class Language {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final RoutingContext request;

    Language(RoutingContext request) {
        this.request = request;
    }

    Locale locale() {
        return spoken(request.request().getParam("lang"))
                .or(this::remembered)
                .or(this::asked)
                .orElse(Locale.ENGLISH);
    }

    private Optional<Locale> remembered() {
        Cookie cookie = request.request().getCookie(ErrorPage.LANGUAGE_COOKIE);
        return cookie == null ? Optional.empty() : spoken(cookie.getValue());
    }

    private Optional<Locale> asked() {
        String header = request.request().getHeader("Accept-Language");
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first of these languages that the pages speak, else English. */
    static Locale best(List<Locale> preferred) {
        return preferred.stream()
                .flatMap(locale -> spoken(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    static Optional<Locale> spoken(@Nullable String language) {
        return SPOKEN.stream().filter(l -> l.getLanguage().equals(language)).findFirst();
    }
}
