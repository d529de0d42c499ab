package org.cosmofab.designs.finding;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of findings, keyed by code, in English and French. */
final class FindingTexts {

    private static final String BUNDLE = "org.cosmofab.designs.finding.findings";

    private FindingTexts() {}

    static String sentence(String key, Locale locale, List<String> details) {
        // Without the no-fallback control, a French server would answer an English reader in French.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        String text = ResourceBundle.getBundle(BUNDLE, locale, noFallback).getString(key);
        // Not MessageFormat: its apostrophe rule would eat the French ones.
        for (int i = 0; i < details.size(); i++) {
            text = text.replace("{" + i + "}", details.get(i));
        }
        return text;
    }
}
