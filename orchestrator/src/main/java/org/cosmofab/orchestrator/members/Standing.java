package org.cosmofab.orchestrator.members;

/** What a party is in the economy: an attested, dated, revocable fact, never inferred. */
public enum Standing {
    COMMONER,
    NON_PROFIT,
    PUBLIC_BODY,
    WORKER_COOPERATIVE,
    SOCIAL_ECONOMY,
    FOR_PROFIT
}
