package org.cosmofab.designs.sidecar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.document.Misspelling;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;

/** One table of a sidecar file, read strictly: every key is known, every value has its form. */
final class StrictTable {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Node table;
    private final Findings findings;

    StrictTable(Node table, Set<String> keys, Findings findings) {
        this.table = table;
        this.findings = findings;
        if (!table.isTable() && !table.isEmpty()) {
            findings.add(FindingCode.VALUE_INVALID, table.place(), table.scalar(), "a table of keys and values");
        }
        table.fields().forEach((key, value) -> {
            if (!keys.contains(key)) {
                String known = Misspelling.nearest(key, keys).orElse(String.join(", ", sorted(keys)));
                findings.add(FindingCode.SIDECAR_KEY_UNKNOWN, value.place(), key, known);
            }
        });
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }

    Findings findings() {
        return findings;
    }

    Node node(String key) {
        return table.field(key);
    }

    Optional<String> text(String key) {
        Node node = table.field(key);
        if (!node.isText() && !node.isEmpty()) {
            invalid(node, "a text");
        }
        return node.text();
    }

    Optional<String> requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            findings.add(FindingCode.FIELD_MISSING, table.field(key).place(), key);
        }
        return text;
    }

    /** A text that has to be there, no longer than a name may be. */
    Optional<String> name(String key) {
        Optional<String> name = requiredText(key);
        name.ifPresent(text -> findings.checkName(table.field(key).place(), text));
        return name;
    }

    /** The text if it has that form; what the form is, is told in words. */
    Optional<String> text(String key, Pattern form, String words) {
        return accepted(key, text(key), form, words);
    }

    Optional<String> requiredText(String key, Pattern form, String words) {
        return accepted(key, requiredText(key), form, words);
    }

    private Optional<String> accepted(String key, Optional<String> text, Pattern form, String words) {
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            invalid(table.field(key), words);
            return Optional.empty();
        }
        return text;
    }

    Optional<ContentHash> hash(String key, boolean required) {
        Optional<String> text = required ? requiredText(key) : text(key);
        if (text.isPresent() && !ContentHash.isHash(text.get())) {
            invalid(table.field(key), "64 lower-case hexadecimal digits");
            return Optional.empty();
        }
        return text.map(ContentHash::new);
    }

    /** A decimal number above the one bound and not above the other. */
    Optional<BigDecimal> decimal(String key, String above, String most) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean isNumber = DECIMAL.matcher(text.get()).matches();
        if (isNumber
                && new BigDecimal(text.get()).compareTo(new BigDecimal(above)) > 0
                && new BigDecimal(text.get()).compareTo(new BigDecimal(most)) <= 0) {
            return text.map(BigDecimal::new);
        }
        invalid(table.field(key), "a number above " + above + ", at most " + most);
        return Optional.empty();
    }

    int whole(String key, int most, int ifUnsaid) {
        Optional<String> text = text(key, Pattern.compile("[1-9][0-9]{0,5}"), "a whole number from 1 to " + most);
        if (text.isPresent() && Integer.parseInt(text.get()) > most) {
            invalid(table.field(key), "a whole number from 1 to " + most);
            return ifUnsaid;
        }
        return text.map(Integer::valueOf).orElse(ifUnsaid);
    }

    /** Every field of the table under that key, in order. */
    void eachField(String key, BiConsumer<String, Node> consumer) {
        Node node = table.field(key);
        if (!node.isTable() && !node.isEmpty()) {
            invalid(node, "a table of keys and values");
        }
        node.fields().forEach(consumer);
    }

    /** Every table of the list under that key. */
    void eachTable(String key, Set<String> keys, Consumer<StrictTable> consumer) {
        Node node = table.field(key);
        if (!node.isList() && !node.isEmpty()) {
            invalid(node, "a list");
        }
        for (Node item : new ArrayList<>(node.items())) {
            consumer.accept(new StrictTable(item, keys, findings));
        }
    }

    /** Texts by language. */
    Map<String, String> byLanguage(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        eachField(key, (language, node) -> {
            if (!isLanguage(language)) {
                findings.add(FindingCode.LANGUAGE_INVALID, node.place(), language);
            }
            node.text().ifPresentOrElse(text -> texts.put(language, text), () -> invalid(node, "a text"));
        });
        return texts;
    }

    static boolean isLanguage(String key) {
        return LANGUAGE.matcher(key).matches();
    }

    void invalid(Node node, String wanted) {
        findings.add(FindingCode.VALUE_INVALID, node.place(), node.scalar(), wanted);
    }
}
