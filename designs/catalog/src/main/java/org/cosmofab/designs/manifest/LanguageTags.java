package org.cosmofab.designs.manifest;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** Tells which texts are language tags of BCP 47 that mean something. */
final class LanguageTags {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** The registered variants that documents about hardware may meet. */
    private static final Set<String> VARIANTS =
            Set.of("1901", "1996", "1990", "valencia", "oxendict", "scotland", "fonipa", "ao1990", "colb1945");

    private LanguageTags() {}

    /** {@code en-UK} is well-formed, but no such region exists: it is not valid. */
    static boolean isValid(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            String region = locale.getCountry();
            boolean knownLanguage = language.length() == 3 || LANGUAGES.contains(language);
            boolean knownRegion = region.length() != 2 || COUNTRIES.contains(region);
            boolean knownVariant = locale.getVariant().isEmpty()
                    || Arrays.stream(
                                    locale.getVariant().toLowerCase(Locale.ROOT).split("_"))
                            .allMatch(VARIANTS::contains);
            return knownLanguage && knownRegion && knownVariant;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
