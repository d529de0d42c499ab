/**
 * Lots of material: what there is, what is reserved, what was used.
 */
@NullMarked
package org.cosmofab.orchestrator.materials;

import org.jspecify.annotations.NullMarked;
