package org.cosmofab.designs.manifest;

import java.util.Optional;
import org.cosmofab.designs.content.RawBytes;
import org.cosmofab.designs.document.DocumentLimits;
import org.cosmofab.designs.document.DocumentReader;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;

/** Reads the bytes of a manifest, whatever its dialect. */
public final class ManifestReader {

    private final DocumentReader documents;

    public ManifestReader(DocumentLimits limits) {
        this.documents = new DocumentReader(limits);
    }

    /** The manifest; empty if the text cannot be read as a table at all. */
    public Optional<Manifest> read(String file, byte[] bytes, Findings findings) {
        Optional<Node> document = documents.read(file, bytes, findings);
        if (document.isPresent() && !document.get().isTable()) {
            findings.add(FindingCode.FILE_UNREADABLE, document.get().place(), file, "not a table of keys and values");
            return Optional.empty();
        }
        return document.map(root -> read(file, root, new RawBytes(bytes), findings));
    }

    private static Manifest read(String file, Node root, RawBytes raw, Findings findings) {
        Dialect dialect = root.field("okhv").isEmpty() && !file.endsWith(".toml") ? Dialect.OKH_1 : Dialect.OKH_LOSH;
        new KeyCheck(dialect, findings).check(root);
        Optional<String> format = root.text(dialect == Dialect.OKH_LOSH ? "okhv" : "okh-manifest-version");
        ManifestSource source = new ManifestSource(file, dialect, format, raw);
        FieldReader fields = new FieldReader(root, findings);
        return dialect == Dialect.OKH_LOSH ? new OkhLosh(fields).read(source) : new OkhFirst(fields).read(source);
    }
}
