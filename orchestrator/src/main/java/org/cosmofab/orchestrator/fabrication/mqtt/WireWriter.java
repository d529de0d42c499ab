package org.cosmofab.orchestrator.fabrication.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.domain.Command;

/** Writes what agents are told. */
final class WireWriter {
    private final JsonMapper json = new JsonMapper();

    /**
     * @param sentAt real time
     */
    byte[] command(Command command, Instant sentAt) {
        Map<String, Object> message = new LinkedHashMap<>();
        Command.What what = command.what();
        if (what instanceof Command.Assign assign) {
            head(message, command.id(), sentAt, "attempt.assign");
            assign(message, assign, command.expiresAt());
        } else if (what instanceof Command.Cancel cancel) {
            head(message, command.id(), sentAt, "attempt.cancel");
            message.put("attempt", cancel.attempt().toString());
            message.put("by", cancel.by());
        } else if (what instanceof Command.Pause pause) {
            head(message, command.id(), sentAt, "attempt.pause");
            message.put("attempt", pause.attempt().toString());
        } else if (what instanceof Command.Resume resume) {
            head(message, command.id(), sentAt, "attempt.resume");
            message.put("attempt", resume.attempt().toString());
        } else if (what instanceof Command.Clear clear) {
            head(message, command.id(), sentAt, "machine.clear");
            message.put("machine", clear.machine().value());
            message.put("by", clear.by());
        } else if (what instanceof Command.Stop stop) {
            head(message, command.id(), sentAt, "machine.stop");
            message.put("machine", stop.machine().value());
            message.put("by", stop.by());
        }
        return bytes(message);
    }

    /** Asks an agent what it knows. */
    byte[] report(UUID id, Instant sentAt) {
        Map<String, Object> message = new LinkedHashMap<>();
        head(message, id, sentAt, "attempts.report");
        return bytes(message);
    }

    /** Tells an agent which events are safe here. */
    byte[] acknowledge(UUID id, Instant sentAt, long upTo) {
        Map<String, Object> message = new LinkedHashMap<>();
        head(message, id, sentAt, "events.acknowledge");
        message.put("upTo", upTo);
        return bytes(message);
    }

    private static void assign(Map<String, Object> message, Command.Assign assign, Instant expiresAt) {
        Map<String, Object> program = new LinkedHashMap<>();
        program.put("hash", assign.program().value());
        program.put("path", "/agent/v1/programs/" + assign.program());
        program.put("bytes", assign.bytes());
        message.put("attempt", assign.attempt().toString());
        message.put("fence", assign.fence());
        message.put("machine", assign.machine().value());
        message.put("program", program);
        message.put("expiresAt", expiresAt.toString());
    }

    private static void head(Map<String, Object> message, UUID id, Instant sentAt, String type) {
        message.put("wire", 1);
        message.put("id", id.toString());
        message.put("sentAt", sentAt.toString());
        message.put("type", type);
    }

    private byte[] bytes(Map<String, Object> message) {
        try {
            return json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
