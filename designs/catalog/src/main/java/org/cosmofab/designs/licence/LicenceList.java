package org.cosmofab.designs.licence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The licence identifiers we know, from {@code licences.txt}. */
public final class LicenceList {

    private static final String RESOURCE = "licences.txt";
    private static final LicenceList STANDARD = read();

    /** One identifier. */
    public record Entry(String id, LicenceClass classification, Optional<String> replacement) {}

    private final Map<String, Entry> entries;

    private LicenceList(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    public static LicenceList standard() {
        return STANDARD;
    }

    /** The identifier's entry; SPDX compares them without regard to case. */
    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id.toLowerCase(Locale.ROOT)));
    }

    public Collection<Entry> all() {
        return entries.values();
    }

    private static LicenceList read() {
        try (InputStream in = LicenceList.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + RESOURCE);
            }
            Map<String, Entry> entries = new LinkedHashMap<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.strip().split("\\s+");
                        Optional<String> replacement = words.length > 2 ? Optional.of(words[2]) : Optional.empty();
                        Entry entry = new Entry(words[0], LicenceClass.valueOf(words[1]), replacement);
                        entries.put(words[0].toLowerCase(Locale.ROOT), entry);
                    });
            return new LicenceList(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
