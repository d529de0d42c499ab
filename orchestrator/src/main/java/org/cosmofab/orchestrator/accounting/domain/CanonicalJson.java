package org.cosmofab.orchestrator.accounting.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON that has exactly one text for one value: keys sorted, no spaces, whole numbers only.
 *
 * <p>Source: RFC 8785 (JSON Canonicalization Scheme), sections 3.2.2 and 3.2.3; fractions and exponents do not occur here.
 */
public final class CanonicalJson {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalJson() {}

    /**
     * @param value a map with text keys, a list, text, a whole number or a truth value
     * @throws IllegalArgumentException for anything else
     */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("no canonical JSON for " + value.getClass());
    }

    /** A time in UTC with six decimals, always of the same length. */
    public static String instant(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    private static String object(Map<?, ?> map) {
        // RFC 8785, section 3.2.3: by UTF-16 code units, which is how Java compares text.
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        return sorted.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + of(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            json.append(escaped(text.charAt(i)));
        }
        return json.append('"').toString();
    }

    /** RFC 8785, section 3.2.2.2: the short escapes where there are some, lower-case hex for other control characters. */
    private static String escaped(char c) {
        int shortForm = "\b\t\n\f\r\"\\".indexOf(c);
        if (shortForm >= 0) {
            return "\\" + "btnfr\"\\".charAt(shortForm);
        }
        return c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    }
}
