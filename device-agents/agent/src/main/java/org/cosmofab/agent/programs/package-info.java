/**
 * Fetches programs from the orchestrator over HTTP, with the agent's own credentials and within a size that the agent can
 * hold. Whether the bytes are the right ones and fit for a machine is not judged here.
 */
@NullMarked
package org.cosmofab.agent.programs;

import org.jspecify.annotations.NullMarked;
