package org.cosmofab.orchestrator.fabrication.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AgentId;

/**
 * Which event may be acknowledged. An acknowledgement covers all earlier events, and sequences have gaps, so it may be given only when nothing
 * earlier can be missing. An agent sends in order, and always begins again at the oldest that is not acknowledged: from the first
 * repetition after our start on, what comes in is whole, but for events that could not be stored. Until then events are taken, not acknowledged.
 *
 * <p>Not thread-safe.
 */
public final class AckCursor {
    private final Map<AgentId, Long> last = new HashMap<>();
    private final Set<AgentId> whole = new HashSet<>();
    private final Map<AgentId, Set<Long>> missing = new HashMap<>();

    /** An event is stored; answers up to which may be acknowledged now. */
    public OptionalLong stored(AgentId agent, long sequence) {
        Long before = last.put(agent, sequence);
        if (before != null && sequence <= before) {
            whole.add(agent);
        }
        Set<Long> failed = missing.computeIfAbsent(agent, first -> new HashSet<>());
        failed.remove(sequence);
        return whole.contains(agent) && failed.isEmpty() ? OptionalLong.of(sequence) : OptionalLong.empty();
    }

    /** An event could not be stored: it must come again before anything is acknowledged. */
    public void failed(AgentId agent, long sequence) {
        missing.computeIfAbsent(agent, first -> new HashSet<>()).add(sequence);
        last.put(agent, sequence);
    }
}
