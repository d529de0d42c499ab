package org.cosmofab.orchestrator.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of one of the library's designs, to be changed by a test. */
public record DesignFolder(Path path) {
    public static final List<String> LIBRARY = List.of("sheet-corner", "parts-tray", "cable-rail", "spool-gauge");

    /** The design as the library has it; not to be changed. */
    public static Path original(String name) {
        return Path.of(System.getProperty("cosmofab.root")).resolve("designs/library/" + name);
    }

    public static DesignFolder copyOf(String name, Path into) throws IOException {
        Path from = original(name);
        Path to = into.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return new DesignFolder(to);
    }

    /** Gives the design another title, so that no other test has the same content. */
    public DesignFolder titled(String title) throws IOException {
        return replace("cosmofab.yml", "(?m)^    title: .*$", "    title: " + title);
    }

    /** Replaces every match of a regular expression, of which there is one at least. */
    public DesignFolder replace(String file, String pattern, String replacement) throws IOException {
        String text = Files.readString(path.resolve(file));
        if (!Pattern.compile(pattern).matcher(text).find()) {
            throw new AssertionError(file + " has nothing like " + pattern);
        }
        Files.writeString(path.resolve(file), text.replaceAll(pattern, replacement));
        return this;
    }

    public DesignFolder write(String file, byte[] bytes) throws IOException {
        Files.write(path.resolve(file), bytes);
        return this;
    }

    /** Writes the hashes of the shipped program and of its source into the design, as its maker would. */
    public DesignFolder sealed(String program, String source) throws IOException {
        replace("cosmofab.yml", "(?m)^( +sha256:) .*$", "$1 \"" + sha256(program) + "\"");
        return replace("cosmofab.yml", "(?m)^( +source-sha256:) .*$", "$1 \"" + sha256(source) + "\"");
    }

    public String sha256(String file) throws IOException {
        return sha256(Files.readAllBytes(path.resolve(file)));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
