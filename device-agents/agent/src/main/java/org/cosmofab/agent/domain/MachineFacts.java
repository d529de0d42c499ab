package org.cosmofab.agent.domain;

import java.util.Optional;

/**
 * What admission needs to know of a machine.
 *
 * @param configured whether this agent has it
 * @param fence the highest fence seen for it, 0 if none
 * @param busyWith the attempt that is being prepared or is open on it
 * @param notReady why no program can be sent to it now, or empty if one can
 */
public record MachineFacts(
        boolean configured, long fence, Optional<AttemptId> busyWith, boolean cleared, Optional<String> notReady) {

    /** What there is to say of a machine that this agent does not have. */
    public static MachineFacts unknown() {
        return new MachineFacts(false, 0, Optional.empty(), false, Optional.empty());
    }
}
