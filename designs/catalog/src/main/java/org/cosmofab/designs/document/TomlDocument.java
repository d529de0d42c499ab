package org.cosmofab.designs.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/** A TOML text; numbers keep their digits. */
final class TomlDocument {

    private static final TomlMapper MAPPER = TomlMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String file;
    private final DocumentLimits limits;
    private final Findings findings;

    TomlDocument(String file, DocumentLimits limits, Findings findings) {
        this.file = file;
        this.limits = limits;
        this.findings = findings;
    }

    Optional<Node> read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            Map<String, Integer> lines = TomlLines.of(text).lines();
            return Optional.of(value(tree, Place.file(file), lines, 0));
        } catch (JsonProcessingException e) {
            refuse(e, text);
            return Optional.empty();
        }
    }

    private void refuse(JsonProcessingException e, String text) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String reason = YamlDocument.firstLine(e.getOriginalMessage());
        Place place = Place.file(file).at(line);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("duplicate key") || lower.contains("redefined")) {
            // The parser tells where it stood, which is often the line after.
            TomlLines.of(text)
                    .firstTwice()
                    .ifPresentOrElse(
                            twice -> findings.add(
                                    FindingCode.KEY_DUPLICATE,
                                    new Place(file, twice.path(), twice.line()),
                                    twice.path()),
                            () -> findings.add(FindingCode.KEY_DUPLICATE, place, reason));
        } else if (lower.contains("nesting depth")) {
            findings.add(FindingCode.FILE_TOO_DEEP, place, String.valueOf(limits.depthMax()));
        } else {
            findings.add(FindingCode.FILE_UNREADABLE, place, file, reason);
        }
    }

    private Node value(JsonNode json, Place place, Map<String, Integer> lines, int depth) {
        if (depth > limits.depthMax()) {
            findings.add(FindingCode.FILE_TOO_DEEP, place, String.valueOf(limits.depthMax()));
            return Node.empty(place);
        }
        if (json.isObject()) {
            Map<String, Node> fields = new LinkedHashMap<>();
            json.properties().forEach(field -> {
                Place key = place.key(field.getKey());
                Place at = key.at(lines.getOrDefault(key.path(), place.line()));
                fields.put(field.getKey(), value(field.getValue(), at, lines, depth + 1));
            });
            return Node.table(place, fields);
        }
        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            for (JsonNode item : json) {
                String path = place.path() + "[" + items.size() + "]";
                Place at = new Place(file, path, lines.getOrDefault(path, place.line()));
                items.add(value(item, at, lines, depth + 1));
            }
            return Node.list(place, items);
        }
        String text = json.isBigDecimal() ? json.decimalValue().toPlainString() : json.asText();
        return Node.text(place, text, json.isTextual());
    }
}
