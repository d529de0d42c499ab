package org.cosmofab.agent.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.MachineId;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each asked for by name; knows in the end which ones nobody asked for. */
final class Fields {
    private static final long EXACT_MAX = (1L << 53) - 1;

    private final String place;
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    Fields(String place, @Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new WireMalformed((place.isEmpty() ? "the message" : place) + ": not a JSON object");
        }
        this.place = place.isEmpty() ? "" : place + ".";
        this.object = node;
    }

    void requireWire() {
        if (number("wire") != 1) {
            throw new WireMalformed("wire: this agent speaks wire 1 only");
        }
    }

    Fields object(String name) {
        return new Fields(place + name, field(name));
    }

    String text(String name, int charactersMax) {
        JsonNode node = field(name);
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > charactersMax) {
            throw new WireMalformed(place + name + ": not a text of 1 to " + charactersMax + " characters");
        }
        return node.textValue();
    }

    long number(String name) {
        JsonNode node = field(name);
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < 1
                || node.longValue() > EXACT_MAX) {
            throw new WireMalformed(place + name + ": not a whole number from 1 to " + EXACT_MAX);
        }
        return node.longValue();
    }

    Instant instant(String name) {
        String text = text(name, 40);
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            throw new WireMalformed(place + name + ": \"" + text + "\" is no moment: " + e.getMessage());
        }
        throw new WireMalformed(place + name + ": \"" + text + "\" is not in UTC (ending in Z)");
    }

    /** Identifiers of messages have the form of identifiers of attempts. */
    void identifier(String name) {
        value(() -> new AttemptId(text(name, 80)));
    }

    AttemptId attempt() {
        return value(() -> new AttemptId(text("attempt", 80)));
    }

    MachineId machine() {
        return value(() -> new MachineId(text("machine", 40)));
    }

    /** Makes a value whose own rules are part of the contract. */
    <T> T value(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new WireMalformed(place + e.getMessage());
        }
    }

    void requireNoOther() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw new WireMalformed(place + name + ": wire 1 knows no such field here");
            }
        });
    }

    private JsonNode field(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            throw new WireMalformed(place + name + ": missing");
        }
        return node;
    }
}
