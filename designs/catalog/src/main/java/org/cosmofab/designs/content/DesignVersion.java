package org.cosmofab.designs.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One immutable state of a design's folder, named by the hash of all its files.
 *
 * <p>The hash is the SHA-256 of a listing in UTF-8: the line {@code cosmofab-design-v1}, then one line for each file in
 * the order of the paths' UTF-16 code units: SHA-256, space, length in decimal, space, path; each line ends in a line
 * feed. File modes and times do not count.
 *
 * @param files every file by path
 */
public record DesignVersion(ContentHash hash, SortedMap<String, DesignFile> files) {

    private static final String FORMAT = "cosmofab-design-v1\n";

    public DesignVersion {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static DesignVersion of(Collection<DesignFile> files) {
        SortedMap<String, DesignFile> sorted = new TreeMap<>();
        for (DesignFile file : files) {
            if (sorted.put(file.path(), file) != null) {
                throw new IllegalArgumentException("two files of one path: " + file.path());
            }
        }
        return new DesignVersion(ContentHash.ofText(listing(sorted)), sorted);
    }

    public Optional<DesignFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public String listing() {
        return listing(files);
    }

    private static String listing(SortedMap<String, DesignFile> files) {
        StringBuilder text = new StringBuilder(FORMAT);
        for (DesignFile file : files.values()) {
            text.append(file.sha256().hex()).append(' ').append(file.bytes()).append(' ');
            text.append(file.path()).append('\n');
        }
        return text.toString();
    }
}
