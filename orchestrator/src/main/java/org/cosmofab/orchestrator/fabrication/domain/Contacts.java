package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.AgentId;

/**
 * With which agents there is contact, in real time.
 *
 * <p>Not thread-safe.
 */
public final class Contacts {
    /**
     * So long an agent may be away before its attempts count as uncertain. Twice the time an assignment is good for: what was never
     * taken by then never will be, even if the agent's clock is a minute behind.
     */
    static final Duration PATIENCE = StartProtocol.ANSWER_WITHIN.multipliedBy(2);

    private final Map<AgentId, Instant> awaySince = new HashMap<>();

    public void present(AgentId agent) {
        awaySince.put(agent, Instant.MAX);
    }

    public void away(AgentId agent, Instant now) {
        awaySince.put(agent, now);
    }

    /** Those of the agents that have been away for too long; one never heard of is away from the first question on. */
    public List<AgentId> lost(Collection<AgentId> agents, Instant now) {
        return agents.stream()
                .filter(agent -> {
                    Instant since = awaySince.computeIfAbsent(agent, unheard -> now);
                    return !since.equals(Instant.MAX) && now.isAfter(since.plus(PATIENCE));
                })
                .toList();
    }
}
