package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** Id of an agent; its MQTT and HTTP user name, such as {@code agent-1}. */
public record AgentId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [a-z0-9-]{1,40}}
     */
    public AgentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a AgentId: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
