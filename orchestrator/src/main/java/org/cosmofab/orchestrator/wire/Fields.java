package org.cosmofab.orchestrator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, read as strictly as the schemas say: each must be there, of its type, within its bounds, and
 * there must be no other. Throws {@link Malformed}, naming the field.
 *
 * <p>A field that a reader would ignore could be the one that matters; see device-agents/wire. Not thread-safe.
 */
public final class Fields {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final long NUMBER_MAX = 9_007_199_254_740_991L;
    private static final int TEXT_LENGTH_MAX = 2000;

    /** What no database keeps in a text, nor a person wants in a line. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final JsonNode object;
    private final String place;
    private final Set<String> read = new HashSet<>();

    /**
     * @param place of the object, with which the names of its fields begin; empty for a message
     */
    public Fields(JsonNode object, String place) {
        if (!object.isObject()) {
            throw new Malformed(
                    (place.isEmpty() ? "the message" : place.replaceFirst("\\.$", "")) + " is not an object");
        }
        this.object = object;
        this.place = place;
    }

    /** An agent, a machine or a sensor. */
    public String id(String name) {
        return matching(name, ID);
    }

    /** An identifier of the sender's choice. */
    public String opaque(String name) {
        return matching(name, OPAQUE);
    }

    public String hash(String name) {
        return matching(name, HASH);
    }

    /** One line of text; a control character in it is refused. */
    public String text(String name, int lengthMin) {
        String text = bounded(name, lengthMin);
        if (CONTROL.matcher(text).find()) {
            throw new Malformed(place + name + " holds a control character");
        }
        return text;
    }

    /** What a firmware or a driver said of itself, without the control characters that serial lines bring along. */
    public String remark(String name) {
        return CONTROL.matcher(bounded(name, 0)).replaceAll(" ").strip();
    }

    private String bounded(String name, int lengthMin) {
        String text = string(name);
        if (text.length() > TEXT_LENGTH_MAX || text.length() < lengthMin) {
            throw new Malformed(place + name + " has " + text.length() + " characters");
        }
        return text;
    }

    public Instant time(String name) {
        try {
            return Instant.parse(matching(name, TIME));
        } catch (DateTimeParseException e) {
            throw new Malformed(place + name + " is no time: " + e.getMessage());
        }
    }

    /** A whole number from 1. */
    public long number(String name) {
        return whole(name, 1, NUMBER_MAX);
    }

    /** A line of the source file, or 0. */
    public int line(String name) {
        return (int) whole(name, 0, Integer.MAX_VALUE);
    }

    public long count(String name) {
        return whole(name, 0, Long.MAX_VALUE);
    }

    /** A number from 0. */
    public double amount(String name) {
        double amount = decimal(name);
        if (!(amount >= 0)) {
            throw new Malformed(place + name + " is less than 0");
        }
        return amount;
    }

    public double decimal(String name) {
        JsonNode node = node(name);
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new Malformed(place + name + " is not a number: " + node);
        }
        return node.doubleValue();
    }

    /** What a reader finds in a field, if it is there at all. */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        read.add(name);
        return object.has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    /** Whole objects by keys that are ids. */
    public <T> Map<String, T> map(String name, Function<Fields, T> reader) {
        Fields values = object(name);
        Map<String, T> map = new TreeMap<>();
        values.object.properties().forEach(entry -> {
            if (!ID.matcher(entry.getKey()).matches()) {
                throw new Malformed(place + name + " has a key of another form: " + entry.getKey());
            }
            map.put(entry.getKey(), values.whole(entry.getKey(), reader));
        });
        return map;
    }

    /** An object in which there is nothing but what the reader reads. */
    public <T> T whole(String name, Function<Fields, T> reader) {
        Fields fields = object(name);
        T value = reader.apply(fields);
        fields.end();
        return value;
    }

    public boolean flag(String name) {
        JsonNode node = node(name);
        if (!node.isBoolean()) {
            throw new Malformed(place + name + " is not true or false: " + node);
        }
        return node.booleanValue();
    }

    /** A constant, by its word on the wire. */
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = string(name);
        Optional<E> constant = Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
        return constant.orElseThrow(() -> new Malformed(place + name + " is an unknown word: " + word));
    }

    public Fields object(String name) {
        return new Fields(node(name), place + name + ".");
    }

    public List<Fields> objects(String name, int countMax) {
        List<Fields> all = new ArrayList<>();
        for (JsonNode each : array(name, countMax)) {
            all.add(new Fields(each, place + name + "[" + all.size() + "]."));
        }
        return all;
    }

    public List<String> opaques(String name, int countMax) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : array(name, countMax)) {
            if (!each.isTextual() || !OPAQUE.matcher(each.textValue()).matches()) {
                throw new Malformed(place + name + "[" + all.size() + "] is no identifier: " + each);
            }
            all.add(each.textValue());
        }
        return all;
    }

    public void constant(String name, int value) {
        if (!node(name).isInt() || node(name).intValue() != value) {
            throw new Malformed(place + name + " is not " + value + " but " + node(name));
        }
    }

    /** There are no fields but those that were read. */
    public void end() {
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
