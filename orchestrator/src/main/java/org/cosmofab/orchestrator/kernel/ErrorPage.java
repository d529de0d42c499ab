package org.cosmofab.orchestrator.kernel;

import java.util.List;
import java.util.Locale;

/** Shows a problem to a person; the pages bring their own, and without one a plain page is shown. */
public interface ErrorPage {
    /** Name of the cookie in which the pages keep the language that a person chose: {@code en} or {@code fr}. */
    String LANGUAGE_COOKIE = "cosmofab_language";

    /**
     * @param path that was asked for
     * @param languages the person prefers, best first; may be empty
     * @return a whole HTML document
     */
    String html(Problem problem, String path, List<Locale> languages);
}
