package org.cosmofab.agent.domain;

import java.time.Duration;

/** Where programs come from. */
@FunctionalInterface
public interface ProgramSource extends AutoCloseable {

    /**
     * Fetches a program's bytes as they come, unchecked; blocks while it does.
     *
     * @param patience how long they are of any use, real time; never blocks longer
     * @return at most one byte more than the reference says
     * @throws ProgramUnavailable if they cannot be had, or not in time, or the source is closed
     */
    byte[] fetch(ProgramReference program, Duration patience);

    /** Ends every fetch that is waiting; never throws. */
    @Override
    default void close() {}
}
