/**
 * Open designs: manifests, versions, lineage, licences.
 */
@NullMarked
package org.cosmofab.designs;

import org.jspecify.annotations.NullMarked;
