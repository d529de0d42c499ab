/**
 * What an agent decides and says, in plain Java: assignments and their answers, how attempts end, what machines are.
 *
 * <p>{@link org.cosmofab.agent.domain.Admission} is the start protocol: facts in, verdict out. Everything else here is a
 * value. Nothing here reads a clock, a disk or a wire.
 */
@NullMarked
package org.cosmofab.agent.domain;

import org.jspecify.annotations.NullMarked;
