/**
 * What {@code analyse} tells of a program file, as JSON.
 *
 * <p>{@link org.cosmofab.agent.analysis.ProgramFile} reads a file of any size through {@link
 * org.cosmofab.bridge.gcode.Preflight}; {@link org.cosmofab.agent.analysis.AnalysisJson} writes what came of it in the
 * form of docs/analysis.schema.json. Nothing here speaks to a machine.
 */
@NullMarked
package org.cosmofab.agent.analysis;

import org.jspecify.annotations.NullMarked;
