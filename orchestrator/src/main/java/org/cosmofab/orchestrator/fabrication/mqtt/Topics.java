package org.cosmofab.orchestrator.fabrication.mqtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.orchestrator.kernel.AgentId;

/** Topics of the wire, version 1. */
final class Topics {
    static final String EVENTS = "cosmofab/v1/agents/+/events";
    static final String PRESENCE = "cosmofab/v1/agents/+/presence";

    private static final Pattern AGENT = Pattern.compile("cosmofab/v1/agents/([a-z0-9-]{1,40})/[a-z]+");

    private Topics() {}

    static String commands(AgentId agent) {
        return "cosmofab/v1/agents/" + agent + "/commands";
    }

    /** The agent a topic belongs to. */
    static Optional<AgentId> agent(String topic) {
        Matcher matcher = AGENT.matcher(topic);
        return matcher.matches() ? Optional.of(new AgentId(matcher.group(1))) : Optional.empty();
    }
}
