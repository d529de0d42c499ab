package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.MachineChanged;
import org.cosmofab.orchestrator.machines.Machines;
import org.jboss.logging.Logger;

/**
 * Hears presence and telemetry of agents; see device-agents/wire. A message that has another form, or comes from another
 * agent than the machine's own, is logged and left.
 */
@ApplicationScoped
class AgentReports {
    private static final Logger LOG = Logger.getLogger(AgentReports.class);

    private final Machines machines;
    private final MessageBus bus;
    private final ObjectMapper json;
    private final Clock clock;
    private final Silence silence;
    /** For machines that are registered after their agent spoke. */
    private final Map<AgentId, Presence> lastPresences = new ConcurrentHashMap<>();

    AgentReports(Machines machines, MessageBus bus, ObjectMapper json, Clock clock, Silence silence) {
        this.machines = machines;
        this.bus = bus;
        this.json = json;
        this.clock = clock;
        this.silence = silence;
    }

    void listen(@Observes StartupEvent started) {
        bus.subscribe("cosmofab/v1/agents/+/presence", (topic, payload) -> presence(topic, payload));
        bus.subscribe("cosmofab/v1/agents/+/telemetry", (topic, payload) -> telemetry(topic, payload));
    }

    private void presence(String topic, byte[] payload) {
        try {
            Presence presence = read(topic, payload, Presence::of, Presence::agent);
            lastPresences.put(presence.agent(), presence);
            if (presence.online()) {
                silence.heard(presence.agent());
                presence.machines().forEach(told -> tell(presence.agent(), told));
            } else {
                silence.left(presence.agent());
            }
        } catch (JsonProcessingException e) {
            LOG.warnf("a presence on %s is not JSON: %s", topic, e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("a presence on %s cannot be read: %s", topic, e.getMessage());
        }
    }

    private void tell(AgentId agent, Presence.Told told) {
        if (isSpokenToBy(told.machine(), agent)) {
            Instant now = clock.instant();
            machines.heard(told.machine(), before -> before.with(told.state(), told.cleared(), detail(before), now));
        }
    }

    /** That an agent was away is over when it speaks; what a machine said of itself stays. */
    private static String detail(LiveState before) {
        return before.state() == LiveState.State.UNREACHABLE ? "" : before.detail();
    }

    private void telemetry(String topic, byte[] payload) {
        try {
            Telemetry telemetry = read(topic, payload, Telemetry::of, Telemetry::agent);
            if (isSpokenToBy(telemetry.machine(), telemetry.agent())) {
                silence.heard(telemetry.agent());
                machines.heard(telemetry.machine(), telemetry::after);
            }
        } catch (JsonProcessingException e) {
            LOG.warnf("telemetry on %s is not JSON: %s", topic, e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("telemetry on %s cannot be read: %s", topic, e.getMessage());
        }
    }

    private <T> T read(String topic, byte[] payload, Function<JsonNode, T> reader, Function<T, AgentId> agent)
            throws IOException {
        T message = reader.apply(json.readTree(payload));
        String speaker = topic.split("/")[3];
        if (!agent.apply(message).value().equals(speaker)) {
            throw new IllegalArgumentException("it names agent " + agent.apply(message));
        }
        return message;
    }

    private boolean isSpokenToBy(MachineId id, AgentId agent) {
        boolean own = machines.find(id)
                .filter(machine -> machine.agent().equals(agent))
                .isPresent();
        if (!own) {
            LOG.debugf("agent %s tells of machine %s, which is not registered as its own", agent, id);
        }
        return own;
    }

    /** A machine that was just registered may have been spoken of before. */
    void registered(@Observes MachineChanged changed) {
        if (machines.wasHeard(changed.machine())) {
            return;
        }
        machines.find(changed.machine())
                .map(Machine::agent)
                .map(lastPresences::get)
                .filter(Presence::online)
                .ifPresent(presence -> presence.machines().stream()
                        .filter(told -> told.machine().equals(changed.machine()))
                        .forEach(told -> tell(presence.agent(), told)));
    }
}
