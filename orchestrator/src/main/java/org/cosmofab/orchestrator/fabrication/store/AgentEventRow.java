package org.cosmofab.orchestrator.fabrication.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agent_event")
@IdClass(AgentEventRow.Key.class)
class AgentEventRow {
    /** An event's place among its agent's events. */
    record Key(String agent, long sequence) implements Serializable {}

    private static final int UNREAD_LENGTH_MAX = 100_000;

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

    static AgentEventRow of(AgentReport report, String issuer, Instant receivedAt) {
        AgentEventRow row = new AgentEventRow();
        row.agent = report.agent().value();
        row.sequence = report.sequence();
        row.issuer = issuer;
        row.kind = report.what().getClass().getSimpleName();
        row.occurredAt = report.occurredAt().truncatedTo(ChronoUnit.MICROS);
        row.receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        if (report.what() instanceof AgentReport.Unreadable unreadable) {
            String text = unreadable.text();
            row.unread = text.substring(0, Math.min(text.length(), UNREAD_LENGTH_MAX));
        }
        return row;
    }
}
