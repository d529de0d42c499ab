package org.cosmofab.orchestrator.preparation.domain;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;

/** Reads the ASCII form of STL line by line. Not thread-safe. */
final class AsciiStl {
    private static final int CORNERS = 3;

    private final Iterator<String> lines;
    private final Triangles triangles = new Triangles(0);
    private int line;
    private int corners;
    private boolean ended;

    AsciiStl(byte[] file) {
        lines = new String(file, StandardCharsets.ISO_8859_1).lines().iterator();
    }

    Triangles read() throws StlReader.Unreadable {
        while (lines.hasNext()) {
            line++;
            String[] words = lines.next().strip().split("\\s+");
            take(words);
        }
        if (!ended) {
            throw new StlReader.Unreadable("line " + line + ": the file ends here, without endsolid");
        }
        return triangles;
    }

    private void take(String[] words) throws StlReader.Unreadable {
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "vertex" -> vertex(words);
            case "facet" -> corners = 0;
            case "endfacet" -> endFacet();
            case "endsolid" -> ended = true;
            case "", "solid", "outer", "endloop" -> {
                // They hold no number.
            }
            default -> throw new StlReader.Unreadable("line " + line + ": '" + shown(words[0]) + "' is no word of STL");
        }
    }

    private void vertex(String[] words) throws StlReader.Unreadable {
        if (words.length != CORNERS + 1) {
            throw new StlReader.Unreadable("line " + line + ": a vertex takes three numbers");
        }
        corners++;
        for (int i = 1; i <= CORNERS; i++) {
            triangles.add(number(words[i]), "line", line);
        }
    }

    private void endFacet() throws StlReader.Unreadable {
        if (corners != CORNERS) {
            throw new StlReader.Unreadable(
                    "line " + line + ": the triangle that ends here has " + corners + " corners, not " + CORNERS);
        }
        corners = 0;
    }

    private double number(String text) throws StlReader.Unreadable {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new StlReader.Unreadable("line " + line + ": '" + shown(text) + "' is not a number");
        }
    }

    private static String shown(String word) {
        return word.replaceAll("[^ -~]", "?").substring(0, Math.min(40, word.length()));
    }
}
