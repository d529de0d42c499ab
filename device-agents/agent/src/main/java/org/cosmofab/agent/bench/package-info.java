/**
 * Measures this software against a yardstick of the same run.
 *
 * <p>{@link org.cosmofab.agent.bench.GcodeBench} reads programs, those of {@link
 * org.cosmofab.agent.bench.SampleProgram} among them, in several rounds and tells medians and ranges. Nothing here is a
 * test: a figure depends on the machine and on what else it does.
 */
@NullMarked
package org.cosmofab.agent.bench;

import org.jspecify.annotations.NullMarked;
