package org.cosmofab.designs.licence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Guesses which listed licence an author meant, to suggest it and never to act on it.
 *
 * <p>Both sides are reduced to the same sorted words: {@code CERN-OHL-2-W} and {@code CERN-OHL-W-2.0} meet, so do
 * {@code Creative Commons Attribution-ShareAlike 4.0 International} and {@code CC-BY-SA-4.0}.
 */
final class LicenceSuggestion {

    private static final String[][] NAMES = {
        {"creative commons", "cc"},
        {"attribution", "by"},
        {"share[ -]?alike", "sa"},
        {"non[ -]?commercial", "nc"},
        {"no[ -]?deriv[a-z]*", "nd"},
        {"open hardware licen[cs]e", "ohl"},
        {"strongly reciprocal", "s"},
        {"weakly reciprocal", "w"},
        {"permissive", "p"},
        {"peer production licen[cs]e", "licenseref ppl"},
        {"(^| )ppl($| )", "licenseref ppl"},
        {"coopyleft", "licenseref coopyleft"},
        {"affero general public licen[cs]e", "agpl"},
        {"lesser general public licen[cs]e", "lgpl"},
        {"general public licen[cs]e", "gpl"}
    };
    private static final List<String> NOISE =
            List.of("license", "licence", "international", "unported", "generic", "the", "version", "v", "gnu");

    private LicenceSuggestion() {}

    static Optional<String> of(String written) {
        SortedSet<String> words = words(written);
        return find(words).or(() -> {
            // "BY-SA 4.0": people leave the CC away.
            SortedSet<String> withCc = new TreeSet<>(words);
            withCc.add("cc");
            return find(withCc);
        });
    }

    private static Optional<String> find(SortedSet<String> words) {
        return LicenceList.standard().all().stream()
                .filter(entry -> words(entry.id()).equals(words))
                .map(entry -> entry.replacement().orElse(entry.id()))
                .findFirst();
    }

    private static SortedSet<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        for (String[] name : NAMES) {
            plain = plain.replaceAll(name[0], " " + name[1] + " ");
        }
        plain = plain.replaceAll("([a-z])([0-9])", "$1 $2").replaceAll("([0-9])([a-z])", "$1 $2");
        // 2.0 and 2 are the same version, 2.1 is another.
        plain = plain.replaceAll("([0-9])\\.0\\b", "$1");
        SortedSet<String> words = new TreeSet<>(List.of(plain.split("[^a-z0-9+]+")));
        words.removeIf(word -> word.isEmpty() || NOISE.contains(word));
        return words;
    }
}
