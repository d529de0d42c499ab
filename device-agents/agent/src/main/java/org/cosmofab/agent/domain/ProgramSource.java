package org.cosmofab.agent.domain;

/** Where programs come from. */
@FunctionalInterface
public interface ProgramSource {

    /**
     * Fetches a program's bytes as they come, unchecked; blocks while it does.
     *
     * @return at most one byte more than the reference says
     * @throws ProgramUnavailable if they cannot be had
     */
    byte[] fetch(ProgramReference program);
}
