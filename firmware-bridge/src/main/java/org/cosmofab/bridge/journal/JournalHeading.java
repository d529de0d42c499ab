package org.cosmofab.bridge.journal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What a line journal is about; written and synced before the first line is sent.
 *
 * @param attempt the owner's name for this physical try
 * @param machine where it runs
 * @param programHash lower-case hexadecimal SHA-256 of the source file
 * @param dialect of the program, in small letters
 * @param lines program lines in all
 */
public record JournalHeading(String attempt, String machine, String programHash, String dialect, int lines) {
    static final String MAGIC = "COSMOFAB LINES 1";

    public JournalHeading {
        for (String word : new String[] {attempt, machine, programHash, dialect}) {
            if (!word.matches("[!-~]{0,100}")) {
                throw new IllegalArgumentException(
                        "\"" + word + "\" cannot head a journal: at most 100 plain characters");
            }
        }
    }

    /** For people too: one thing a line. */
    String text() {
        return MAGIC + "\nattempt=" + attempt + "\nmachine=" + machine + "\nprogram=" + programHash + "\ndialect="
                + dialect + "\nlines=" + lines + "\n";
    }

    static Optional<JournalHeading> parse(String text) {
        if (!text.startsWith(MAGIC + "\n")) {
            return Optional.empty();
        }
        Properties read = new Properties();
        try {
            read.load(new StringReader(text.substring(MAGIC.length() + 1)));
            return Optional.of(new JournalHeading(
                    read.getProperty("attempt", ""),
                    read.getProperty("machine", ""),
                    read.getProperty("program", ""),
                    read.getProperty("dialect", ""),
                    Integer.parseInt(read.getProperty("lines", ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can be read", e);
        }
    }
}
