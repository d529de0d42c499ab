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
        DesignVersionId version, String slug, String release, Instant at, PartyId publisher, String origin) {}
