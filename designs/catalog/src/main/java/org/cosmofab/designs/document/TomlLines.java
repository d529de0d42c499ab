package org.cosmofab.designs.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines on which the keys of a TOML text stand.
 *
 * <p>The parser tells no places, so this looks for headers and keys at the beginning of lines. Keys inside inline tables
 * get their table's line.
 */
final class TomlLines {

    private static final Pattern HEADER = Pattern.compile("^\\s*(\\[{1,2})\\s*([^\\[\\]]+?)\\s*\\]{1,2}\\s*(#.*)?$");
    private static final Pattern KEY = Pattern.compile("^\\s*([A-Za-z0-9_.-]+|\"[^\"]*\"|'[^']*')\\s*=");

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private String table = "";
    private String openString = "";
    private Optional<Twice> firstTwice = Optional.empty();

    private TomlLines() {}

    /** What was found in one text. */
    record Found(Map<String, Integer> lines, Optional<Twice> firstTwice) {}

    /** A key on its second line. */
    record Twice(String path, int line) {}

    static Found of(String text) {
        TomlLines scan = new TomlLines();
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            scan.line(all.get(i), i + 1);
        }
        return new Found(scan.lines, scan.firstTwice);
    }

    private void line(String line, int number) {
        if (openString.isEmpty()) {
            Matcher header = HEADER.matcher(line);
            Matcher key = KEY.matcher(line);
            if (header.matches()) {
                enter(plain(header.group(2)), header.group(1).length() == 2, number);
            } else if (key.find()) {
                note(join(table, plain(key.group(1))), number);
            }
        }
        for (String quote : List.of("\"\"\"", "'''")) {
            boolean odd = (line.split(Pattern.quote(quote), -1).length - 1) % 2 == 1;
            if (odd && (openString.isEmpty() || openString.equals(quote))) {
                openString = openString.isEmpty() ? quote : "";
            }
        }
    }

    private void enter(String header, boolean isArray, int number) {
        String resolved = "";
        String[] steps = header.split("\\.");
        for (int i = 0; i < steps.length; i++) {
            resolved = join(resolved, plain(steps[i]));
            boolean last = i == steps.length - 1;
            if (last && isArray) {
                int index = counts.merge(resolved, 1, Integer::sum) - 1;
                lines.putIfAbsent(resolved, number);
                resolved = resolved + "[" + index + "]";
            } else if (counts.containsKey(resolved)) {
                resolved = resolved + "[" + (counts.get(resolved) - 1) + "]";
            }
        }
        note(resolved, number);
        table = resolved;
    }

    private void note(String path, int number) {
        if (lines.putIfAbsent(path, number) != null && firstTwice.isEmpty()) {
            firstTwice = Optional.of(new Twice(path, number));
        }
    }

    private static String plain(String key) {
        String stripped = key.strip();
        boolean quoted = stripped.length() >= 2 && (stripped.startsWith("\"") || stripped.startsWith("'"));
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static String join(String table, String key) {
        return table.isEmpty() ? key : table + "." + key;
    }
}
