package org.cosmofab.agent.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import org.cosmofab.agent.domain.AgentId;

/**
 * Where the broker is and who asks.
 *
 * @param broker such as {@code tcp://127.0.0.1:1883} or {@code ssl://broker:8883}
 */
public record BrokerAccount(URI broker, AgentId agent, String secret) {

    public BrokerAccount {
        String scheme = String.valueOf(broker.getScheme());
        if (!(scheme.equals("tcp") || scheme.equals("ssl")) || broker.getHost() == null || broker.getPort() < 0) {
            throw new IllegalArgumentException(
                    "broker \"" + broker + "\" is not of the form tcp://host:port or ssl://host:port");
        }
    }

    /**
     * Reads an address as a person writes it.
     *
     * @throws IllegalArgumentException if it is none, with the form that one has
     */
    public static BrokerAccount at(String broker, AgentId agent, String secret) {
        try {
            return new BrokerAccount(new URI(broker), agent, secret);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "broker \"" + broker + "\" is not of the form tcp://host:port or ssl://host:port", e);
        }
    }

    String topic(String last) {
        return "cosmofab/v1/agents/" + agent + "/" + last;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return agent + " at " + broker;
    }
}
