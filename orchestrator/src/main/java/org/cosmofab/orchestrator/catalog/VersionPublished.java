package org.cosmofab.orchestrator.catalog;

import org.cosmofab.orchestrator.kernel.DesignVersionId;

/** A version came into the catalog; fired once it is recorded. */
public record VersionPublished(DesignVersionId version) {}
