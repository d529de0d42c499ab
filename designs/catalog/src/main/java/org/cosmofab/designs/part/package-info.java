/**
 * The parts of a design: what is made, by which process, from which file and material.
 *
 * <p>Parts come from the manifest and are completed by the sidecar; a part that no machine can make keeps the process
 * OTHER. Programs that the design ships are checked against their hashes.
 *
 * <p>It measures no geometry: preparation does.
 */
@NullMarked
package org.cosmofab.designs.part;

import org.jspecify.annotations.NullMarked;
