package org.cosmofab.designs.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.finding.Place;

/**
 * One value of a document, with its place; scalars are texts as written.
 *
 * @param quoted whether the author marked the text as text; false for what the format reads as number or boolean
 */
public record Node(
        NodeKind kind, Place place, String scalar, boolean quoted, List<Node> items, Map<String, Node> fields) {

    public Node {
        items = List.copyOf(items);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Node empty(Place place) {
        return new Node(NodeKind.EMPTY, place, "", false, List.of(), Map.of());
    }

    public static Node text(Place place, String text, boolean quoted) {
        return new Node(NodeKind.TEXT, place, text, quoted, List.of(), Map.of());
    }

    public static Node list(Place place, List<Node> items) {
        return new Node(NodeKind.LIST, place, "", false, items, Map.of());
    }

    public static Node table(Place place, Map<String, Node> fields) {
        return new Node(NodeKind.TABLE, place, "", false, List.of(), fields);
    }

    public boolean isEmpty() {
        return kind == NodeKind.EMPTY;
    }

    public boolean isText() {
        return kind == NodeKind.TEXT;
    }

    public boolean isTable() {
        return kind == NodeKind.TABLE;
    }

    public boolean isList() {
        return kind == NodeKind.LIST;
    }

    /** The field of that name, or an empty node at its place. */
    public Node field(String key) {
        Node field = fields.get(key);
        return field == null ? empty(place.key(key)) : field;
    }

    /** The first of the fields that is there, or an empty node at the first one's place. */
    public Node firstField(String... keys) {
        for (String key : keys) {
            if (!field(key).isEmpty()) {
                return field(key);
            }
        }
        return field(keys[0]);
    }

    /** The stripped text, if this is one and not blank. */
    public Optional<String> text() {
        return isText() && !scalar.isBlank() ? Optional.of(scalar.strip()) : Optional.empty();
    }

    public Optional<String> text(String key) {
        return field(key).text();
    }

    /** The items of a list; a single text or table counts as a list of one, nothing as none. */
    public List<Node> each() {
        if (isList()) {
            return items.stream().filter(item -> !item.isEmpty()).toList();
        }
        return isEmpty() ? List.of() : List.of(this);
    }
}
