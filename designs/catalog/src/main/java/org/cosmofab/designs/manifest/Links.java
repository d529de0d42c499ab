package org.cosmofab.designs.manifest;

import java.util.List;
import java.util.Optional;

/**
 * Where a design comes from and in which languages it is written.
 *
 * @param repo the repository, or OKH 1's project link
 * @param documentationLanguages as written
 */
public record Links(
        Optional<String> repo,
        Optional<String> release,
        List<ParentLink> parents,
        Optional<String> manifestLanguage,
        List<String> documentationLanguages) {

    public Links {
        parents = List.copyOf(parents);
        documentationLanguages = List.copyOf(documentationLanguages);
    }
}
