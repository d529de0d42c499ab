package org.cosmofab.orchestrator.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of a page: as just chosen, else as chosen before, else as the browser asks for, else English. */
@RequestScoped
class Language {
    private static final String COOKIE = "cosmofab_language";
    private static final long YEAR_SECONDS = 31_536_000;
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final RoutingContext request;

    Language(RoutingContext request) {
        this.request = request;
    }

    Locale locale() {
        return chosen().or(this::remembered).or(this::asked).orElse(Locale.ENGLISH);
    }

    private Optional<Locale> chosen() {
        Optional<Locale> chosen = spoken(request.request().getParam("lang"));
        chosen.ifPresent(locale -> request.response()
                .addCookie(Cookie.cookie(COOKIE, locale.getLanguage())
                        .setPath("/")
                        .setMaxAge(YEAR_SECONDS)
                        .setSameSite(CookieSameSite.LAX)));
        return chosen;
    }

    private Optional<Locale> remembered() {
        Cookie cookie = request.request().getCookie(COOKIE);
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

    private static Optional<Locale> spoken(String language) {
        return SPOKEN.stream().filter(l -> l.getLanguage().equals(language)).findFirst();
    }
}
