package org.cosmofab.orchestrator.kernel;

import java.util.function.BiConsumer;

/**
 * Messages to and from agents. At least once; what must not be lost is kept by its sender until it is answered.
 */
public interface MessageBus {

    /**
     * Hands a message over with quality of service 1; does not wait for delivery. Without a connection the message is dropped:
     * the sender's outbox sends it again.
     */
    void publish(String topic, byte[] payload);

    /**
     * Hears all messages of a topic filter, one at a time, on the bus's own thread, now and after each reconnection.
     *
     * @param handler takes topic and payload; what it throws is logged and the message counts as not handled
     */
    void subscribe(String topicFilter, BiConsumer<String, byte[]> handler);

    boolean connected();
}
