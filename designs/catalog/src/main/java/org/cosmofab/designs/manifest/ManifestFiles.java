package org.cosmofab.designs.manifest;

import java.util.List;

/** What a manifest names in files: parts to make, and everything else. */
public record ManifestFiles(List<ManifestPart> parts, List<FileLink> documents) {

    public ManifestFiles {
        parts = List.copyOf(parts);
        documents = List.copyOf(documents);
    }
}
