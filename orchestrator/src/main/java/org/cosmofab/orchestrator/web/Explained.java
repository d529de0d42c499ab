package org.cosmofab.orchestrator.web;

import java.util.Locale;
import java.util.ResourceBundle;
import org.cosmofab.orchestrator.kernel.Problem;
import org.cosmofab.orchestrator.kernel.Refusal;

/**
 * Why something is not possible, in the language of the page. Rules give their reasons in English; in other languages the
 * kind of problem and its remedy are said in that language, and the rule's own words follow.
 *
 * @param remedy may be empty
 * @param detail this case in the rule's own words; may be empty
 */
public record Explained(String title, String remedy, String detail) {
    static final Explained NOTHING = new Explained("", "", "");

    private static final ResourceBundle FRENCH = ResourceBundle.getBundle("problems.fr");

    static Explained of(Refusal refusal, Locale locale) {
        return of(refusal.kind().slug(), refusal.kind().title(), refusal.detail(), locale);
    }

    static Explained of(Problem problem, Locale locale) {
        return of(problem.slug(), problem.title(), problem.detail(), locale);
    }

    /** The kind alone, without a case. */
    static Explained kind(String slug, String title, Locale locale) {
        return of(slug, title, "", locale);
    }

    /** Something that the page itself says, in its language already. */
    static Explained said(String sentence) {
        return new Explained("", sentence, "");
    }

    public boolean isEmpty() {
        return title.isEmpty() && remedy.isEmpty() && detail.isEmpty();
    }

    private static Explained of(String slug, String title, String detail, Locale locale) {
        if (!locale.getLanguage().equals("fr") || !FRENCH.containsKey(slug)) {
            return new Explained(title, "", detail);
        }
        String[] words = FRENCH.getString(slug).split("\\|", 3);
        boolean saysAll = words.length == 3;
        return new Explained(words[0], words[1], saysAll ? "" : detail);
    }
}
