package org.cosmofab.agent.simulation;

/** The agent's process ends here; no handler of the agent may see it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process ends", null, false, false);
    }
}
