package org.cosmofab.designs.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/**
 * A YAML text, read event by event.
 *
 * <p>Events come before YAML's type resolution and before aliases are expanded, so that texts stay texts and no document
 * can grow while it is read.
 */
final class YamlDocument {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String file;
    private final DocumentLimits limits;
    private final Findings findings;

    YamlDocument(String file, DocumentLimits limits, Findings findings) {
        this.file = file;
        this.limits = limits;
        this.findings = findings;
    }

    Optional<Node> read(String text) {
        Place root = Place.file(file);
        try (YAMLParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                findings.add(FindingCode.FILE_UNREADABLE, root, file, "empty");
                return Optional.empty();
            }
            Node node = value(parser, root, 0);
            if (parser.nextToken() != null) {
                findings.add(FindingCode.FILE_UNREADABLE, root.at(line(parser)), file, "more than one document");
            }
            return Optional.of(node);
        } catch (TooDeep e) {
            findings.add(FindingCode.FILE_TOO_DEEP, e.place, String.valueOf(limits.depthMax()));
            return Optional.empty();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            findings.add(FindingCode.FILE_UNREADABLE, root.at(line), file, firstLine(e.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private Node value(YAMLParser parser, Place place, int depth) throws IOException {
        if (depth > limits.depthMax()) {
            throw new TooDeep(place);
        }
        if (parser.isCurrentAlias()) {
            findings.add(FindingCode.YAML_ALIAS, place, parser.getText());
            return Node.empty(place);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return table(parser, place, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(parser, place, depth);
        }
        if (token == JsonToken.VALUE_NULL) {
            return Node.empty(place);
        }
        return Node.text(place, parser.getText(), token == JsonToken.VALUE_STRING);
    }

    private Node table(YAMLParser parser, Place place, int depth) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place at = place.key(key).at(line(parser));
            parser.nextToken();
            Node value = value(parser, at, depth + 1);
            if (fields.putIfAbsent(key, value) != null) {
                findings.add(FindingCode.KEY_DUPLICATE, at, key);
            }
        }
        return Node.table(place, fields);
    }

    private Node list(YAMLParser parser, Place place, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Place at = new Place(place.file(), place.path() + "[" + items.size() + "]", line(parser));
            items.add(value(parser, at, depth + 1));
        }
        return Node.list(place, items);
    }

    private static int line(YAMLParser parser) {
        return Math.max(0, parser.currentTokenLocation().getLineNr());
    }

    static String firstLine(String message) {
        return message.lines().findFirst().orElse(message).strip();
    }

    /** Thrown only inside one reading, to leave the recursion. */
    private static final class TooDeep extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooDeep(Place place) {
            super("too deep");
            this.place = place;
        }
    }
}
