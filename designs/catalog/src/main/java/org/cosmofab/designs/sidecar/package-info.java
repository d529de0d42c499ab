/**
 * The two files of ours that may lie beside a manifest: {@code cosmofab.yml} and {@code contributions.yml}.
 *
 * <p>The first says how the workshop makes each part, the second who worked on the design and what it derives from. Both
 * are optional and strictly checked, since we define them; designs/README.md is their reference.
 *
 * <p>Fees and policies are not theirs: those belong to a workshop and its association.
 */
@NullMarked
package org.cosmofab.designs.sidecar;

import org.jspecify.annotations.NullMarked;
