package org.cosmofab.bridge.gcode;

import java.util.Locale;
import java.util.ResourceBundle;

/** The remedies in other languages than English. */
final class Remedies {
    private static final ResourceBundle FRENCH = ResourceBundle.getBundle(
            "org.cosmofab.bridge.gcode.remedies", Locale.FRENCH, Remedies.class.getClassLoader());

    private Remedies() {}

    /** The remedy for a code in a language, or the English one. */
    static String in(Locale language, String code, String english) {
        boolean french = language.getLanguage().equals(Locale.FRENCH.getLanguage());
        return french && FRENCH.containsKey(code) ? FRENCH.getString(code) : english;
    }
}
