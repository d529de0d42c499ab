/** Holds settlement to the acceptance figures, in the container and without it. */
@NullMarked
package org.cosmofab.orchestrator.settlement;

import org.jspecify.annotations.NullMarked;
