package org.cosmofab.orchestrator.fabrication.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agent_event")
@IdClass(AgentEventRow.Key.class)
class AgentEventRow {
    /** An event's place among its agent's events. */
    record Key(String agent, long sequence) implements Serializable {}

    @Id
    String agent;

    @Id
    @Column(name = "sequence_number")
    long sequence;

    String issuer;
    String kind;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "received_at")
    Instant receivedAt;

    /** The event as it came, if it could not be read. */
    @Nullable
    @Column(length = 100000)
    String unread;
}
