package org.cosmofab.orchestrator.platform;

import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;

/**
 * What an agent may do at the embedded broker. The broker names topics as addresses: {@code a/b} is {@code a.b}, and
 * a subscription's queue may follow after {@code ::}.
 */
final class AgentTopics {
    private static final String ROOT = "cosmofab.v1.agents.";
    private static final Set<String> SPEAKS = Set.of("presence", "events", "telemetry");
    private static final String HEARS = "commands";
    private static final Set<CheckType> TO_SPEAK = Set.of(CheckType.SEND, CheckType.CREATE_ADDRESS);
    private static final Set<CheckType> TO_HEAR = Set.of(
            CheckType.CONSUME,
            CheckType.BROWSE,
            CheckType.CREATE_ADDRESS,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private AgentTopics() {}

    static boolean allow(String agent, CheckType check, String addressAndQueue) {
        int queue = addressAndQueue.indexOf("::");
        String address = queue < 0 ? addressAndQueue : addressAndQueue.substring(0, queue);
        String own = ROOT + agent + ".";
        if (!address.startsWith(own)) {
            return false;
        }
        String channel = address.substring(own.length());
        return SPEAKS.contains(channel) && TO_SPEAK.contains(check) || HEARS.equals(channel) && TO_HEAR.contains(check);
    }
}
