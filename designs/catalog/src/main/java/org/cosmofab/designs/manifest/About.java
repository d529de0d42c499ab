package org.cosmofab.designs.manifest;

import java.util.List;
import java.util.Optional;

/**
 * What a design says about itself.
 *
 * @param title empty only if the manifest lacks it, which is a finding
 * @param description OKH 1's description, OKH-LOSH's function
 * @param version as written; {@code 1.10} is not {@code 1.1}
 * @param image path or web address of the main picture
 */
public record About(
        String title,
        String description,
        Optional<String> intendedUse,
        Optional<String> version,
        List<String> keywords,
        Optional<String> image) {

    public About {
        keywords = List.copyOf(keywords);
    }
}
