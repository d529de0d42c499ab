/**
 * What a design derives from, traced to its roots.
 *
 * <p>The parents that a design declares are looked up in a source that the caller gives, depth first. A parent that
 * nobody has any more stays in the tree as vanished; a cycle or more than sixteen generations are refused.
 *
 * <p>It computes no money.
 */
@NullMarked
package org.cosmofab.designs.lineage;

import org.jspecify.annotations.NullMarked;
