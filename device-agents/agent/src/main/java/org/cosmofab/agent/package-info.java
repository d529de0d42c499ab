/**
 * The process beside the machines.
 *
 * <p>An {@link org.cosmofab.agent.Agent} joins a link to the orchestrator, a journal on its disk and a post per machine.
 * Commands go through one desk, which answers assignments by the start protocol; what happens goes into the journal first
 * and from there to the orchestrator until it is acknowledged. Losing the link stops nothing.
 *
 * <p>It plans nothing, prices nothing and never begins an attempt by itself.
 */
@NullMarked
package org.cosmofab.agent;

import org.jspecify.annotations.NullMarked;
