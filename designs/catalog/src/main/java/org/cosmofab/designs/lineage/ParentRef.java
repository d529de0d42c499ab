package org.cosmofab.designs.lineage;

import java.math.BigDecimal;
import java.util.Optional;
import org.cosmofab.designs.content.ContentHash;

/**
 * A version of a design that another one derives from.
 *
 * @param design its title, for people
 * @param versionHash its content hash; if empty, repo and version are there
 * @param weight its part of what goes upstream, against the other parents'; above 0
 */
public record ParentRef(
        String design,
        Optional<ContentHash> versionHash,
        Optional<String> repo,
        Optional<String> version,
        BigDecimal weight) {

    public ParentRef {
        if (versionHash.isEmpty() && (repo.isEmpty() || version.isEmpty())) {
            throw new IllegalArgumentException("a parent needs a version hash, or repo and version: " + design);
        }
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("a weight has to be above 0: " + weight);
        }
    }
}
