package org.cosmofab.designs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.content.DesignVersion;
import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.lineage.Ancestor;
import org.cosmofab.designs.manifest.Manifest;
import org.cosmofab.designs.part.Part;
import org.cosmofab.designs.sidecar.Contributions;
import org.cosmofab.designs.sidecar.DesignText;
import org.cosmofab.designs.sidecar.Making;

/**
 * A design's folder as it was read, with everything that was found.
 *
 * @param manifest empty if there is none that can be read at all; then there is an ERROR
 * @param making unsaid if there is no {@code cosmofab.yml}
 * @param contributions none if there is no {@code contributions.yml}
 * @param version empty if the folder cannot be trusted; then there is an ERROR
 */
public record ReadDesign(
        Optional<Manifest> manifest,
        Making making,
        Contributions contributions,
        List<Part> parts,
        Optional<DesignVersion> version,
        List<Finding> findings) {

    public ReadDesign {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** Whether nothing blocks publishing; then manifest and version are there. */
    public boolean isPublishable() {
        return findings.stream().noneMatch(Finding::blocksPublishing);
    }

    public Optional<ContentHash> contentHash() {
        return version.map(DesignVersion::hash);
    }

    /** The title in that language, else the manifest's, else nothing. */
    public String title(Locale locale) {
        return text(locale)
                .flatMap(DesignText::title)
                .or(() -> manifest.map(Manifest::title))
                .orElse("");
    }

    /** The description in that language, else the manifest's, else nothing. */
    public String description(Locale locale) {
        return text(locale)
                .flatMap(DesignText::description)
                .or(() -> manifest.map(Manifest::description))
                .orElse("");
    }

    private Optional<DesignText> text(Locale locale) {
        return Optional.ofNullable(making.texts().get(locale.getLanguage()));
    }

    /** The design as its lineage sees it; empty if it has no version. */
    public Optional<Ancestor> asAncestor() {
        return contentHash()
                .map(hash ->
                        new Ancestor(hash, title(Locale.ENGLISH), contributions.shares(), contributions.parents()));
    }
}
