package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** What every kind of problem means and what to do about it, as docs/problems.md describes it. */
@ApplicationScoped
class KnownProblems {
    private static final String DOCUMENT = "problems/problems.md";
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("problems.en");

    private final Map<String, String> meanings = new HashMap<>();

    KnownProblems() {
        Parser parser = Parser.builder().build();
        HtmlRenderer html =
                HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();
        for (String section : document().split("(?m)^## ")) {
            int end = section.indexOf('\n');
            meanings.put(section.substring(0, end).strip(), html.render(parser.parse(section.substring(end))));
        }
    }

    /**
     * A kind of problem as a page shows it.
     *
     * @param remedy in the language of the page; empty if the meaning says it in that language already
     * @param meaning with cause, remedy and example, in English, as HTML
     */
    public record Known(String title, String remedy, String meaning) {}

    Optional<Known> find(String slug, Locale locale) {
        if (!ENGLISH.containsKey(slug) || !meanings.containsKey(slug)) {
            return Optional.empty();
        }
        Explained explained = Explained.kind(slug, ENGLISH.getString(slug), locale);
        return Optional.of(new Known(explained.title(), explained.remedy(), meanings.get(slug)));
    }

    private static String document() {
        try (InputStream in = KnownProblems.class.getClassLoader().getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException(DOCUMENT + " is not in this package; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
