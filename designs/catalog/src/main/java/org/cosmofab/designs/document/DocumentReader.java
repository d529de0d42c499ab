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
            return file.endsWith(".toml")
                    ? new TomlDocument(file, limits, findings).read(text)
                    : new YamlDocument(file, limits, findings).read(text);
        } catch (CharacterCodingException e) {
            findings.add(FindingCode.FILE_NOT_UTF8, Place.file(file), file);
            return Optional.empty();
        }
    }

    /** A byte order mark is no part of the text. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
