package org.cosmofab.orchestrator.members;

/** What a login may do; each includes nothing of the others. */
public enum Role {
    REQUESTER,
    DESIGNER,
    OPERATOR,
    STEWARD,
    ADMIN,
    /** A process beside machines; may use its own topics and fetch programs, nothing else. */
    AGENT
}
