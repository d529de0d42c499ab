/**
 * Designs this workshop can make: published versions, their parts, licences, contributions and lineage.
 */
@NullMarked
package org.cosmofab.orchestrator.catalog;

import org.jspecify.annotations.NullMarked;
