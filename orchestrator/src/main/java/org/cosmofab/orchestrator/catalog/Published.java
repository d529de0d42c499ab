package org.cosmofab.orchestrator.catalog;

import java.time.Instant;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;

/**
 * That a version was published here.
 *
 * @param slug short name of the design, the same for all its versions
 * @param origin repository and commit it was pulled from; empty if it was published from a folder
 */
public record Published(
        DesignVersionId version, String slug, String release, Instant at, PartyId publisher, String origin) {

    /** Whether it was pulled from the repository that another origin names. */
    boolean isFrom(String otherOrigin) {
        return !origin.isEmpty() && repository(origin).equals(repository(otherOrigin));
    }

    private static String repository(String origin) {
        return origin.substring(0, Math.max(0, origin.lastIndexOf(' ')));
    }
}
