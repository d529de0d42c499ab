/**
 * Reads drawings for the laser. Takes lines only, and refuses whatever could do more than be cut.
 */
@NullMarked
package org.cosmofab.orchestrator.preparation.svg;

import org.jspecify.annotations.NullMarked;
