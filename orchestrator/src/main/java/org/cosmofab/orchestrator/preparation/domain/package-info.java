/**
 * Decisions about shapes: whether a mesh can be printed, how a drawing is cut. Plain functions of plain values.
 */
@NullMarked
package org.cosmofab.orchestrator.preparation.domain;

import org.jspecify.annotations.NullMarked;
