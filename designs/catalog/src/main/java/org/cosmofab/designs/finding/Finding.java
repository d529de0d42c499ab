package org.cosmofab.designs.finding;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong with a design, where, and what to do about it.
 *
 * @param details values that the code's sentences name, in their order
 */
public record Finding(FindingCode code, Place place, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    public Severity severity() {
        return code.severity();
    }

    public boolean blocksPublishing() {
        return severity() == Severity.ERROR;
    }

    /** What was found, in the language nearest to the one asked for. */
    public String message(Locale locale) {
        return FindingTexts.sentence(code.slug() + ".message", locale, details);
    }

    /** What the owner can do about it. */
    public String remedy(Locale locale) {
        return FindingTexts.sentence(code.slug() + ".remedy", locale, details);
    }

    @Override
    public String toString() {
        return severity() + " " + code.slug() + " at " + place + ": " + message(Locale.ENGLISH);
    }
}
