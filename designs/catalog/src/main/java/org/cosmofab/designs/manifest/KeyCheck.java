package org.cosmofab.designs.manifest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cosmofab.designs.document.Misspelling;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;

/** Notes keys that the format does not define, and template texts that nobody filled in. */
final class KeyCheck {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?s).*\\bFIXME\\b.*|(TODO|TBD)\\b.*|(\\[[a-z][a-z -]*\\][ -]?)+");

    private final Dialect dialect;
    private final Findings findings;

    KeyCheck(Dialect dialect, Findings findings) {
        this.dialect = dialect;
        this.findings = findings;
    }

    void check(Node root) {
        table(root, KnownKeys.root(dialect));
        placeholders(root);
    }

    private void table(Node table, Set<String> known) {
        for (Map.Entry<String, Node> field : table.fields().entrySet()) {
            if (!known.isEmpty() && !known.contains(field.getKey())) {
                unknown(field.getKey(), field.getValue(), known);
            }
            Set<String> nested = KnownKeys.nested(dialect, field.getKey());
            if (!nested.isEmpty()) {
                field.getValue().each().stream().filter(Node::isTable).forEach(inner -> table(inner, nested));
            }
        }
    }

    private void unknown(String key, Node value, Set<String> known) {
        Optional<String> meant = Misspelling.nearest(key, known);
        if (meant.isPresent()) {
            findings.add(FindingCode.KEY_MISSPELT, value.place(), key, meant.get());
        } else {
            findings.add(FindingCode.KEY_UNKNOWN, value.place(), key);
        }
    }

    private void placeholders(Node node) {
        node.text()
                .filter(text -> PLACEHOLDER.matcher(text).matches())
                .ifPresent(text -> findings.add(FindingCode.FIELD_PLACEHOLDER, node.place(), beginning(text)));
        node.items().forEach(this::placeholders);
        node.fields().values().forEach(this::placeholders);
    }

    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }
}
