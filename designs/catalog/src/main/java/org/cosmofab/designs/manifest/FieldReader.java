package org.cosmofab.designs.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.designs.content.SafePath;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;

/** Reads the kinds of fields that both dialects share, and notes what is missing or misshapen. */
final class FieldReader {

    private static final Pattern NAME_AND_MAIL = Pattern.compile("([^<>]+?)\\s*<([^<>]*)>");

    private final Node root;
    private final Findings findings;

    FieldReader(Node root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    Node root() {
        return root;
    }

    Node field(String key) {
        return root.field(key);
    }

    /** The field has to be there, in any shape. */
    Optional<String> required(String key) {
        return present(key, FindingCode.FIELD_MISSING);
    }

    /** The field has to be there, as one text. */
    Optional<String> requiredText(String key) {
        Node node = root.field(key);
        if (node.isList() || node.isTable()) {
            findings.add(FindingCode.FIELD_SHAPE, node.place(), key);
        }
        return required(key);
    }

    Optional<String> recommended(String key) {
        return present(key, FindingCode.FIELD_RECOMMENDED);
    }

    private Optional<String> present(String key, FindingCode ifMissing) {
        Node node = root.field(key);
        if (node.each().isEmpty() || (node.isText() && node.text().isEmpty())) {
            findings.add(ifMissing, node.place(), key);
        }
        return node.each().stream().findFirst().flatMap(Node::text);
    }

    Optional<String> version() {
        Node node = root.field("version");
        if (node.text().isPresent() && !node.quoted()) {
            findings.add(FindingCode.VERSION_NOT_TEXT, node.place(), node.text().orElseThrow());
        }
        return node.text();
    }

    List<String> texts(String key) {
        return root.field(key).each().stream()
                .flatMap(node -> node.text().stream())
                .toList();
    }

    Optional<String> url(String key) {
        Node node = root.field(key);
        node.text()
                .filter(text -> !SafePath.isWebAddress(text))
                .ifPresent(text -> findings.add(FindingCode.URL_INVALID, node.place(), text));
        return node.text();
    }

    List<String> languages(String key) {
        for (Node node : root.field(key).each()) {
            node.text()
                    .filter(tag -> !LanguageTags.isValid(tag))
                    .ifPresent(tag -> findings.add(FindingCode.LANGUAGE_INVALID, node.place(), tag));
        }
        return texts(key);
    }

    /** People as tables, as {@code Name <mail>} or as plain names. */
    List<Person> people(String key, boolean tableWanted) {
        List<Person> people = new ArrayList<>();
        for (Node node : root.field(key).each()) {
            if (tableWanted && !node.isTable()) {
                findings.add(FindingCode.FIELD_SHAPE, node.place(), key);
            }
            person(node).ifPresent(people::add);
        }
        return people;
    }

    private Optional<Person> person(Node node) {
        if (node.isTable()) {
            Optional<String> name = node.text("name");
            if (name.isEmpty()) {
                findings.add(FindingCode.FIELD_MISSING, node.field("name").place(), "name");
            }
            return name.map(known -> new Person(known, node.text("affiliation"), node.text("email")));
        }
        return node.text().map(text -> {
            Matcher both = NAME_AND_MAIL.matcher(text);
            return both.matches()
                    ? new Person(both.group(1), Optional.empty(), Optional.of(both.group(2)))
                    : new Person(text, Optional.empty(), Optional.empty());
        });
    }

    /** Names of organisations, written as texts or tables. */
    List<String> organisations() {
        List<String> names = new ArrayList<>();
        for (Node node : root.firstField("organization", "organisation").each()) {
            node.text().or(() -> node.text("name")).ifPresent(names::add);
        }
        return names;
    }

    /** Files named under a key: plain paths, or tables with a path and a title. */
    List<FileLink> files(String key) {
        List<FileLink> links = new ArrayList<>();
        for (Node node : root.field(key).each()) {
            Node path = node.isTable() ? node.firstField("path", "location", "release") : node;
            path.text()
                    .ifPresentOrElse(
                            text -> links.add(new FileLink(key, text, node.text("title"), path.place())),
                            () -> findings.add(FindingCode.FIELD_SHAPE, node.place(), key));
        }
        return links;
    }

    List<ParentLink> parents() {
        List<ParentLink> parents = new ArrayList<>();
        addParents(parents, "fork-of", ParentLink.Kind.FORK_OF);
        addParents(parents, "derivative-of", ParentLink.Kind.DERIVATIVE_OF);
        addParents(parents, "variant-of", ParentLink.Kind.VARIANT_OF);
        return parents;
    }

    private void addParents(List<ParentLink> parents, String key, ParentLink.Kind kind) {
        for (Node node : root.field(key).each()) {
            Optional<String> text = node.text();
            if (text.isPresent() && !SafePath.isWebAddress(text.get())) {
                findings.add(FindingCode.URL_INVALID, node.place(), text.get());
            }
            Optional<String> title = node.text("title").or(() -> node.text("name"));
            Optional<String> web = text.or(() -> node.text("web")).or(() -> node.text("repo"));
            parents.add(new ParentLink(kind, title, node.text("manifest"), web));
        }
    }
}
