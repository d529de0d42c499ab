package org.cosmofab.bridge.explanations;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The explanations of one language. English is what any other language than French gets. */
public final class Explanations {
    private static final Explanations ENGLISH = new Explanations("en");
    private static final Explanations FRENCH = new Explanations("fr");
    /** The numbers that every firmware of a family means alike stand once, under this name. */
    private static final String FAMILY = "grbl-family";

    private final Properties words = new Properties();

    private Explanations(String language) {
        try (InputStream in = Explanations.class.getResourceAsStream(language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("the explanations in " + language + " are not in the library");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The explanations in a language, by its first two letters. */
    public static Explanations in(Locale language) {
        return language.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    /**
     * Looks a code up.
     *
     * @param code such as {@code grblhal/alarm/10} or {@code marlin/thermal-runaway}
     * @return empty if that firmware gives the code no meaning that is known here
     */
    public Optional<Explanation> of(String code) {
        return Optional.ofNullable(words.getProperty(code))
                .or(() -> Optional.ofNullable(
                        isOfFamily(code) ? words.getProperty(FAMILY + code.substring(code.indexOf('/'))) : null))
                .map(text -> explanation(code, text));
    }

    /** Every code that stands in the table. */
    public Set<String> codes() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static boolean isOfFamily(String code) {
        return code.startsWith("grbl/") || code.startsWith("grblhal/") || code.startsWith("fluidnc/");
    }

    private static Explanation explanation(String code, String text) {
        int bar = text.indexOf('|');
        return new Explanation(
                code, text.substring(0, bar).strip(), text.substring(bar + 1).strip());
    }
}
