package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machines;
import org.jboss.logging.Logger;

/** Hears presence and telemetry of agents; see device-agents/wire. A message that makes no sense is logged and left. */
@ApplicationScoped
class AgentReports {
    private static final Logger LOGGER = Logger.getLogger(AgentReports.class);
    private static final int WIRE = 1;

    private final Machines machines;
    private final MessageBus bus;
    private final ObjectMapper json;
    private final Clock clock;

    AgentReports(Machines machines, MessageBus bus, ObjectMapper json, Clock clock) {
        this.machines = machines;
        this.bus = bus;
        this.json = json;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent started) {
        bus.subscribe("cosmofab/v1/agents/+/presence", (topic, payload) -> read(topic, payload, this::presence));
        bus.subscribe("cosmofab/v1/agents/+/telemetry", (topic, payload) -> read(topic, payload, this::telemetry));
    }

    /** Takes a message of an agent. */
    private interface Reader {
        void read(AgentId agent, JsonNode message);
    }

    private void read(String topic, byte[] payload, Reader reader) {
        try {
            JsonNode message = json.readTree(payload);
            AgentId agent = new AgentId(topic.split("/")[3]);
            boolean ours = message.path("wire").asInt() == WIRE
                    && message.path("agent").asText().equals(agent.value());
            if (ours) {
                reader.read(agent, message);
            } else {
                LOGGER.warnf("a message on %s is of another wire or names another agent", topic);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.warnf("a message on %s cannot be read: %s", topic, e.getMessage());
        }
    }

    /** An agent that went away takes its machines out of reach; what they work on is still theirs. */
    void presence(AgentId agent, JsonNode message) {
        Instant now = clock.instant();
        if (!message.path("online").asBoolean()) {
            machines.of(agent)
                    .forEach(machine -> machines.heard(
                            machine.id(),
                            before -> before.with(
                                    LiveState.State.UNREACHABLE, before.cleared(), "the agent is away", now)));
            return;
        }
        for (JsonNode told : message.path("machines")) {
            MachineId id = new MachineId(told.path("machine").asText());
            if (isSpokenToBy(id, agent)) {
                machines.heard(
                        id,
                        before -> before.with(state(told), told.path("cleared").asBoolean(), "", now));
            }
        }
    }

    void telemetry(AgentId agent, JsonNode message) {
        MachineId id = new MachineId(message.path("machine").asText());
        if (isSpokenToBy(id, agent)) {
            machines.heard(id, before -> reading(message, before));
        }
    }

    private boolean isSpokenToBy(MachineId id, AgentId agent) {
        boolean known = machines.find(id).filter(m -> m.agent().equals(agent)).isPresent();
        if (!known) {
            LOGGER.debugf("agent %s tells of machine %s, which is not registered as its own", agent, id);
        }
        return known;
    }

    private static LiveState reading(JsonNode message, LiveState before) {
        return new LiveState(
                state(message),
                Instant.parse(message.path("at").asText()),
                before.cleared(),
                before.detail(),
                text(message, "attempt").map(AttemptId::of),
                message.path("line").asInt(),
                message.path("lines").asInt(),
                text(message, "etaAt").map(Instant::parse),
                temperatures(message.path("temperatures")),
                number(message, "feedMmPerMinute"),
                number(message, "beamPower"));
    }

    private static Map<String, LiveState.Temperature> temperatures(JsonNode sensors) {
        Map<String, LiveState.Temperature> temperatures = new HashMap<>();
        sensors.properties()
                .forEach(sensor -> temperatures.put(
                        sensor.getKey(),
                        new LiveState.Temperature(
                                sensor.getValue().path("actual").asDouble(),
                                sensor.getValue().path("target").asDouble())));
        return temperatures;
    }

    private static LiveState.State state(JsonNode message) {
        String word = message.path("state").asText().toUpperCase(Locale.ROOT).replace('-', '_');
        return LiveState.State.valueOf(word);
    }

    private static Optional<String> text(JsonNode message, String field) {
        return message.hasNonNull(field) ? Optional.of(message.get(field).asText()) : Optional.empty();
    }

    private static Optional<Double> number(JsonNode message, String field) {
        return message.hasNonNull(field) ? Optional.of(message.get(field).asDouble()) : Optional.empty();
    }
}
