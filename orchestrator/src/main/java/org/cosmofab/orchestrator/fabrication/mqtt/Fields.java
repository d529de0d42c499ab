package org.cosmofab.orchestrator.fabrication.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, read as strictly as the schemas say: each must be there, of its type, within its bounds, and
 * there must be no other. Throws {@link Malformed}, naming the field.
 */
final class Fields {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final long NUMBER_MAX = 9_007_199_254_740_991L;
    private static final int TEXT_LENGTH_MAX = 2000;

    private final JsonNode object;
    private final String place;
    private final Set<String> read = new HashSet<>();

    Fields(JsonNode object, String place) {
        if (!object.isObject()) {
            throw new Malformed(place + " is not an object");
        }
        this.object = object;
        this.place = place;
    }

    /** An agent, a machine or a sensor. */
    String id(String name) {
        return matching(name, ID);
    }

    /** An identifier of the sender's choice. */
    String opaque(String name) {
        return matching(name, OPAQUE);
    }

    String hash(String name) {
        return matching(name, HASH);
    }

    String text(String name, int lengthMin) {
        String text = string(name);
        if (text.length() > TEXT_LENGTH_MAX || text.length() < lengthMin) {
            throw new Malformed(place + name + " has " + text.length() + " characters");
        }
        return text;
    }

    Instant time(String name) {
        try {
            return Instant.parse(matching(name, TIME));
        } catch (DateTimeParseException e) {
            throw new Malformed(place + name + " is no time: " + e.getMessage());
        }
    }

    /** A whole number from 1. */
    long number(String name) {
        return whole(name, 1, NUMBER_MAX);
    }

    /** A line of the source file, or 0. */
    int line(String name) {
        return (int) whole(name, 0, Integer.MAX_VALUE);
    }

    long count(String name) {
        return whole(name, 0, Long.MAX_VALUE);
    }

    double amount(String name) {
        JsonNode node = node(name);
        if (!node.isNumber() || !(node.doubleValue() >= 0) || Double.isInfinite(node.doubleValue())) {
            throw new Malformed(place + name + " is not a number from 0: " + node);
        }
        return node.doubleValue();
    }

    boolean flag(String name) {
        JsonNode node = node(name);
        if (!node.isBoolean()) {
            throw new Malformed(place + name + " is not true or false: " + node);
        }
        return node.booleanValue();
    }

    /** A constant, by its word on the wire. */
    <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = string(name);
        Optional<E> constant = Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
        return constant.orElseThrow(() -> new Malformed(place + name + " is an unknown word: " + word));
    }

    Fields object(String name) {
        return new Fields(node(name), place + name + ".");
    }

    List<Fields> objects(String name, int countMax) {
        List<Fields> all = new ArrayList<>();
        for (JsonNode each : array(name, countMax)) {
            all.add(new Fields(each, place + name + "[" + all.size() + "]."));
        }
        return all;
    }

    List<String> opaques(String name, int countMax) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : array(name, countMax)) {
            if (!each.isTextual() || !OPAQUE.matcher(each.textValue()).matches()) {
                throw new Malformed(place + name + "[" + all.size() + "] is no identifier: " + each);
            }
            all.add(each.textValue());
        }
        return all;
    }

    void constant(String name, int value) {
        if (!node(name).isInt() || node(name).intValue() != value) {
            throw new Malformed(place + name + " is not " + value + " but " + node(name));
        }
    }

    /** There are no fields but those that were read. */
    void end() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw new Malformed("unknown field " + place + name);
            }
        });
    }

    private JsonNode array(String name, int countMax) {
        JsonNode node = node(name);
        if (!node.isArray() || node.size() > countMax) {
            throw new Malformed(place + name + " is not a list of at most " + countMax);
        }
        return node;
    }

    private long whole(String name, long min, long max) {
        JsonNode node = node(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw new Malformed(place + name + " is not a whole number from " + min + " to " + max + ": " + node);
        }
        return node.longValue();
    }

    private String matching(String name, Pattern form) {
        String text = string(name);
        if (!form.matcher(text).matches()) {
            throw new Malformed(place + name + " does not have the form " + form + ": " + text);
        }
        return text;
    }

    private String string(String name) {
        JsonNode node = node(name);
        if (!node.isTextual()) {
            throw new Malformed(place + name + " is not text: " + node);
        }
        return node.textValue();
    }

    private JsonNode node(String name) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            throw new Malformed(place + name + " is missing");
        }
        return node;
    }
}
