package org.cosmofab.designs.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/** Reads the bytes of a YAML or TOML file; what cannot be read becomes a finding. */
public final class DocumentReader {

    private final DocumentLimits limits;

    public DocumentReader(DocumentLimits limits) {
        this.limits = limits;
    }

    /** The document's tree, empty if it cannot be read at all. */
    public Optional<Node> read(String file, byte[] bytes, Findings findings) {
        if (bytes.length > limits.bytesMax()) {
            findings.add(FindingCode.FILE_OVER_LIMIT, Place.file(file), file, String.valueOf(limits.bytesMax()));
            return Optional.empty();
        }
        try {
            String text = withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            Optional<Node> document = file.endsWith(".toml")
                    ? new TomlDocument(file, limits, findings).read(text)
                    : new YamlDocument(file, limits, findings).read(text);
            document.ifPresent(root -> checkTexts(root, findings));
            return document;
        } catch (CharacterCodingException e) {
            findings.add(FindingCode.FILE_NOT_UTF8, Place.file(file), file);
            return Optional.empty();
        }
    }

    /** An escaped NUL is no text for any page, program or database. */
    private static void checkTexts(Node node, Findings findings) {
        if (node.scalar().chars().anyMatch(DocumentReader::isControl)) {
            findings.add(FindingCode.CONTROL_CHARACTER, node.place());
        }
        node.items().forEach(item -> checkTexts(item, findings));
        node.fields().forEach((key, field) -> {
            if (key.chars().anyMatch(DocumentReader::isControl)) {
                findings.add(FindingCode.CONTROL_CHARACTER, node.place());
            }
            checkTexts(field, findings);
        });
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** A byte order mark is no part of the text. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
