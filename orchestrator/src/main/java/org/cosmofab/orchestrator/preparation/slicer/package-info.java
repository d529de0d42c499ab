/**
 * Slicers as child processes: fenced in, limited in time and memory, and never trusted with their result.
 */
@NullMarked
package org.cosmofab.orchestrator.preparation.slicer;

import org.jspecify.annotations.NullMarked;
