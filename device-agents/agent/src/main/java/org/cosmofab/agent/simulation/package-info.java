/**
 * A workshop that lives through a week of faults in seconds, in one thread and on a time of its own.
 *
 * <p>{@link org.cosmofab.agent.simulation.WorkshopSimulation} runs the agent's own journal, admission, recovery, outbox and
 * line notes over a disk that crashes at any operation, and checks at each step what must always hold. A post's threads
 * are not run here; killing real processes is for that.
 */
@NullMarked
package org.cosmofab.agent.simulation;

import org.jspecify.annotations.NullMarked;
