package org.cosmofab.agent.domain;

/** An agent's name: its MQTT client id and user, and a level of its topics. */
public record AgentId(String value) {
    public AgentId {
        MachineId.requireName("agent", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
