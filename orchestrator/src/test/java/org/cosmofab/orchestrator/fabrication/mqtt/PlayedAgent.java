package org.cosmofab.orchestrator.fabrication.mqtt;

import static org.cosmofab.orchestrator.making.Samples.PRINTER;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.MachineId;

/** The part of the agent bench-1, played by messages as device-agents/wire describes them. */
final class PlayedAgent {
    static final String EVENTS = "cosmofab/v1/agents/bench-1/events";
    static final String PRESENCE = "cosmofab/v1/agents/bench-1/presence";

    private final AgentInbox inbox;
    private final Clock clock;
    private long sequence = 100;

    PlayedAgent(AgentInbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Sends something twice, as an agent that begins again: from then on it is acknowledged. */
    void beginAgain() {
        String idle = "\"machine\":\"printer-1\",\"state\":\"idle\",\"detail\":\"\",\"cleared\":true";
        tell("machine.changed", idle);
        again("machine.changed", idle);
    }

    void accepted(Attempt attempt) {
        tell(
                "attempt.accepted",
                "\"attempt\":\"" + attempt.id() + "\",\"fence\":1,\"machine\":\"" + attempt.machine()
                        + "\",\"programHash\":\"" + attempt.program() + "\"");
    }

    void refused(Attempt attempt, String code) {
        tell(
                "attempt.refused",
                "\"attempt\":\"" + attempt.id() + "\",\"fence\":1,\"machine\":\"" + attempt.machine() + "\",\"code\":\""
                        + code + "\",\"detail\":\"\"");
    }

    void started(Attempt attempt) {
        tell("attempt.started", start(attempt));
    }

    void ended(Attempt attempt, String outcome, int line) {
        tell("attempt.ended", end(attempt, outcome, line));
    }

    /**
     * @param reason as it stands in JSON
     */
    void ended(Attempt attempt, String outcome, int line, String reason) {
        tell("attempt.ended", end(attempt, outcome, line, reason));
    }

    void complete(Attempt attempt) {
        accepted(attempt);
        started(attempt);
        ended(attempt, "completed", 1000);
    }

    /** Says at a time that it has nothing open, and nothing ended. */
    void knowsNothing(String occurredAt) {
        sequence++;
        inbox.event(EVENTS, message("bench-1", sequence, occurredAt, "attempts.reported", "\"open\":[],\"ended\":[]"));
    }

    void tell(String type, String fields) {
        sequence++;
        inbox.event(EVENTS, event("bench-1", sequence, type, fields));
    }

    /** Sends the last event once more. */
    void again(String type, String fields) {
        inbox.event(EVENTS, event("bench-1", sequence, type, fields));
    }

    void presence(boolean online) {
        String message = "{\"wire\":1,\"agent\":\"bench-1\",\"online\":" + online
                + ",\"since\":\"2026-03-02T12:00:00Z\",\"machines\":[]}";
        inbox.presence(PRESENCE, message.getBytes(StandardCharsets.UTF_8));
    }

    byte[] event(String agent, long number, String type, String fields) {
        return message(agent, number, clock.instant().toString(), type, fields);
    }

    static String start(Attempt attempt) {
        return "\"attempt\":\"" + attempt.id() + "\",\"machine\":\"" + attempt.machine()
                + "\",\"firmware\":\"Marlin 2.1.2\"";
    }

    static String end(Attempt attempt, String outcome, int line) {
        return end(attempt, outcome, line, "");
    }

    private static String end(Attempt attempt, String outcome, int line, String reason) {
        MachineId machine = attempt.machine();
        boolean prints = machine.equals(PRINTER);
        return "\"attempt\":\"" + attempt.id() + "\",\"machine\":\"" + machine + "\",\"outcome\":\"" + outcome
                + "\",\"line\":" + line
                + ",\"lines\":1000,\"reason\":\"" + reason + "\",\"facts\":{\"startedAt\":\"2026-03-02T12:00:00Z\","
                + "\"endedAt\":\"2026-03-02T12:47:07Z\",\"machineSeconds\":2827.5,\"linesAcknowledged\":" + line
                + ",\"extrudedMm\":" + (prints ? 2114.37 : 0) + ",\"beamOnMm\":" + (prints ? 0 : 310.5)
                + ",\"wattHours\":94.25,\"energySource\":\"profile\"}";
    }

    private static byte[] message(String agent, long number, String occurredAt, String type, String fields) {
        String message = "{\"wire\":1,\"agent\":\"" + agent + "\",\"sequence\":" + number + ",\"id\":\"e-" + number
                + "\",\"occurredAt\":\"" + occurredAt + "\",\"type\":\"" + type + "\"," + fields + "}";
        return message.getBytes(StandardCharsets.UTF_8);
    }
}
