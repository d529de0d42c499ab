package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the fields of one object of the wire, strictly: what is missing, of another form, or left over is refused. A field
 * that a reader would ignore could be the one that matters; see device-agents/wire.
 */
final class WireFields {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private final JsonNode object;
    private final String place;
    private final Set<String> read = new HashSet<>();

    private WireFields(JsonNode object, String place) {
        this.object = object;
        this.place = place;
        if (!object.isObject()) {
            throw new IllegalArgumentException(place + " is not an object");
        }
    }

    /**
     * Reads a whole object.
     *
     * @throws IllegalArgumentException if it does not have the form that the reader asks for, naming the place
     */
    static <T> T read(JsonNode object, String place, Function<WireFields, T> reader) {
        WireFields fields = new WireFields(object, place);
        T value = reader.apply(fields);
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.read.contains(name)) {
                throw fields.malformed(name, "is not known");
            }
        });
        return value;
    }

    String id(String name) {
        return text(name, ID).orElseThrow(() -> missing(name));
    }

    Optional<String> opaque(String name) {
        return text(name, OPAQUE);
    }

    String word(String name) {
        return text(name, ID).orElseThrow(() -> missing(name));
    }

    boolean truth(String name) {
        JsonNode value = value(name).orElseThrow(() -> missing(name));
        if (!value.isBoolean()) {
            throw malformed(name, "is neither true nor false");
        }
        return value.booleanValue();
    }

    Instant time(String name) {
        return optionalTime(name).orElseThrow(() -> missing(name));
    }

    Optional<Instant> optionalTime(String name) {
        return text(name, TIME).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw malformed(name, "is no time");
            }
        });
    }

    /** A whole number from 0. */
    Optional<Integer> count(String name) {
        return value(name).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
                throw malformed(name, "is not a whole number from 0");
            }
            return value.intValue();
        });
    }

    double number(String name) {
        return number(name, value(name).orElseThrow(() -> missing(name)));
    }

    /** A number from 0. */
    Optional<Double> amount(String name) {
        return value(name).map(value -> {
            double amount = number(name, value);
            if (amount < 0) {
                throw malformed(name, "is less than 0");
            }
            return amount;
        });
    }

    <T> Optional<T> object(String name, Function<WireFields, T> reader) {
        return value(name).map(value -> read(value, place + "." + name, reader));
    }

    <T> List<T> list(String name, Function<WireFields, T> reader) {
        JsonNode values = value(name).orElseThrow(() -> missing(name));
        if (!values.isArray()) {
            throw malformed(name, "is not a list");
        }
        List<T> list = new ArrayList<>();
        values.forEach(value -> list.add(read(value, place + "." + name + "[" + list.size() + "]", reader)));
        return list;
    }

    <T> Map<String, T> map(String name, Function<WireFields, T> reader) {
        JsonNode values = value(name).orElseThrow(() -> missing(name));
        if (!values.isObject()) {
            throw malformed(name, "is not an object");
        }
        Map<String, T> map = new TreeMap<>();
        values.properties().forEach(entry -> {
            if (!ID.matcher(entry.getKey()).matches()) {
                throw malformed(name, "has a key of another form");
            }
            map.put(entry.getKey(), read(entry.getValue(), place + "." + name + "." + entry.getKey(), reader));
        });
        return map;
    }

    private Optional<String> text(String name, Pattern form) {
        return value(name).map(value -> {
            if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
                throw malformed(name, "does not match " + form);
            }
            return value.textValue();
        });
    }

    private double number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw malformed(name, "is not a number");
        }
        return value.doubleValue();
    }

    private Optional<JsonNode> value(String name) {
        read.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private IllegalArgumentException missing(String name) {
        return malformed(name, "is missing");
    }

    IllegalArgumentException malformed(String name, String why) {
        return new IllegalArgumentException(place + "." + name + " " + why);
    }
}
