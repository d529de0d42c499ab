package org.cosmofab.designs.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/** Finds the manifest of a folder by its name. */
public final class ManifestFinder {

    /** What the indexers of open hardware accept, but without regard to case: such files exist and are meant. */
    private static final Pattern NAME = Pattern.compile("(?i)(.+\\.)?okh([_\\-:.][0-9a-z:._\\-]+)?\\.(toml|ya?ml)");

    private ManifestFinder() {}

    /** The manifest's file name: {@code okh.toml} before {@code okh.yml} before all others by name. */
    public static Optional<String> find(Path folder, Findings findings) {
        List<String> names = candidates(folder);
        if (names.isEmpty()) {
            findings.add(FindingCode.MANIFEST_MISSING, Place.folder());
            return Optional.empty();
        }
        String chosen = names.get(0);
        if (names.size() > 1) {
            findings.add(FindingCode.MANIFEST_SEVERAL, Place.file(chosen), chosen, String.join(", ", names));
        }
        if (!chosen.contains("okh")
                || !chosen.endsWith(chosen.substring(chosen.lastIndexOf('.')).toLowerCase(Locale.ROOT))) {
            findings.add(FindingCode.MANIFEST_NAME, Place.file(chosen), chosen, chosen.toLowerCase(Locale.ROOT));
        }
        return Optional.of(chosen);
    }

    private static List<String> candidates(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.comparing(ManifestFinder::rank).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for a manifest in " + folder, e);
        }
    }

    private static int rank(String name) {
        return switch (name) {
            case "okh.toml" -> 0;
            case "okh.yml" -> 1;
            case "okh.yaml" -> 2;
            default -> 3;
        };
    }
}
