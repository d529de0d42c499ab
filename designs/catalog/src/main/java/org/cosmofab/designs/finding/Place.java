package org.cosmofab.designs.finding;

import java.util.Optional;

/**
 * Where in a design something was found.
 *
 * @param file path of the file, relative to the design's folder; empty for the folder itself
 * @param path key path in the file, such as {@code part[0].export[1]}; empty for the whole file
 * @param line 1-based line, or 0 if the format does not tell
 */
public record Place(String file, String path, int line) {

    public static Place folder() {
        return new Place("", "", 0);
    }

    public static Place file(String file) {
        return new Place(file, "", 0);
    }

    /** This place, one key deeper. */
    public Place key(String key) {
        return new Place(file, path.isEmpty() ? key : path + "." + key, line);
    }

    public Place at(int newLine) {
        return new Place(file, path, newLine);
    }

    public Optional<Integer> knownLine() {
        return line > 0 ? Optional.of(line) : Optional.empty();
    }

    @Override
    public String toString() {
        String position = line > 0 ? file + ":" + line : file;
        return path.isEmpty() ? position : (position + " " + path).strip();
    }
}
