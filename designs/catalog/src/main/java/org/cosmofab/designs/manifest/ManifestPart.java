package org.cosmofab.designs.manifest;

import java.util.List;
import java.util.Optional;
import org.cosmofab.designs.finding.Place;

/**
 * A part as the manifest describes it.
 *
 * @param name unique in its manifest, or there is a finding
 * @param tsdc technology-specific documentation criteria, such as {@code 3DP}, upper case
 * @param files sources first, then exports
 */
public record ManifestPart(
        String name,
        List<String> tsdc,
        Optional<String> material,
        List<FileLink> files,
        Optional<Dimensions> dimensions,
        Place place) {

    public ManifestPart {
        tsdc = List.copyOf(tsdc);
        files = List.copyOf(files);
    }
}
