package org.cosmofab.agent.domain;

import java.time.Instant;

/**
 * A happening on its way to the orchestrator.
 *
 * @param sequence grows with every event of this agent, for ever
 * @param occurredAt workshop time
 */
public record Event(long sequence, Instant occurredAt, Happening happening) {

    /** Puts an event into the text that goes over the wire. */
    @FunctionalInterface
    public interface Writer {
        String write(Event event);
    }
}
