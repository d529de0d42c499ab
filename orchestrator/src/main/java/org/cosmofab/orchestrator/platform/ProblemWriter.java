package org.cosmofab.orchestrator.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.ErrorPage;
import org.cosmofab.orchestrator.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Writes a problem as JSON for programs, as a page for people. */
@ApplicationScoped
class ProblemWriter {
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/agent/", "/q/");

    private final ObjectMapper json;
    private final Instance<ErrorPage> page;

    ProblemWriter(ObjectMapper json, Instance<ErrorPage> page) {
        this.json = json;
        this.page = page;
    }

    /** What is sent. */
    record Answer(String mediaType, String body) {}

    /**
     * Who asks, as the headers say.
     *
     * @param chosen the language that the person chose on our pages, from the cookie
     */
    record Asker(
            String path, @Nullable String accept, @Nullable String languages, Optional<String> chosen) {

        boolean person() {
            return accept != null
                    && accept.contains("text/html")
                    && FOR_PROGRAMS.stream().noneMatch(path::startsWith);
        }
    }

    Answer write(Problem problem, Asker asker) {
        if (asker.person()) {
            return new Answer("text/html;charset=UTF-8", html(problem, asker));
        }
        return new Answer("application/problem+json", json(problem));
    }

    private String json(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>(problem.facts());
        // The members of the standard win over a fact of the same name.
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", problem.instance());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of " + problem.slug() + " are not plain values", e);
        }
    }

    private String html(Problem problem, Asker asker) {
        if (page.isResolvable()) {
            return page.get().html(problem, asker.path(), languages(asker));
        }
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(problem.title())
                + "</title></head><body><main><h1>" + escaped(problem.title()) + "</h1><p>" + escaped(problem.detail())
                + "</p><p><small>" + problem.status() + " " + escaped(problem.instance())
                + "</small></p></main></body></html>";
    }

    private static List<Locale> languages(Asker asker) {
        List<Locale> languages = new ArrayList<>();
        asker.chosen().map(Locale::forLanguageTag).ifPresent(languages::add);
        if (asker.languages() != null) {
            try {
                Locale.LanguageRange.parse(asker.languages())
                        .forEach(range -> languages.add(Locale.forLanguageTag(range.getRange())));
            } catch (IllegalArgumentException unreadable) {
                return languages;
            }
        }
        return languages;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
