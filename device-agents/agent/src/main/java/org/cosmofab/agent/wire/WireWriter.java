package org.cosmofab.agent.wire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Event;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.agent.domain.Telemetry;
import org.cosmofab.bridge.machine.MachineStatus;

/** Writes what an agent tells. For any thread. */
public final class WireWriter implements Event.Writer {
    private final JsonMapper json = new JsonMapper();
    private final AgentId agent;

    public WireWriter(AgentId agent) {
        this.agent = agent;
    }

    /** The identifier of an event is made of its agent and its sequence, so that it is the same each time. */
    @Override
    public String write(Event event) {
        ObjectNode message = message()
                .put("sequence", event.sequence())
                .put("id", agent + ":" + event.sequence())
                .put("occurredAt", event.occurredAt().toString());
        HappeningFields.put(message, event.happening());
        return message.toString();
    }

    /**
     * What others see of this agent.
     *
     * @param since workshop time at which this process began
     */
    public String presence(boolean online, Instant since, List<MachineView> machines) {
        ObjectNode message = message().put("online", online).put("since", since.toString());
        ArrayNode list = message.putArray("machines");
        machines.forEach(machine -> list.addObject()
                .put("machine", machine.machine().value())
                .put("process", machine.process())
                .put("dialect", machine.dialect())
                .put("state", Words.of(machine.state()))
                .put("cleared", machine.cleared()));
        return message.toString();
    }

    public String telemetry(Telemetry telemetry) {
        MachineStatus status = telemetry.status();
        ObjectNode message = message()
                .put("machine", telemetry.machine().value())
                .put("at", telemetry.at().toString())
                .put("state", Words.of(status.state()));
        telemetry.attempt().ifPresent(attempt -> {
            message.put("attempt", attempt.attempt().value())
                    .put("line", attempt.line())
                    .put("lines", attempt.lines());
            attempt.estimatedEnd().ifPresent(end -> message.put("etaAt", end.toString()));
        });
        ObjectNode temperatures = message.putObject("temperatures");
        status.temperatures()
                .forEach((sensor, t) ->
                        temperatures.putObject(sensor).put("actual", t.actual()).put("target", t.target()));
        status.position()
                .ifPresent(p -> message.putObject("position")
                        .put("x", p.x())
                        .put("y", p.y())
                        .put("z", p.z()));
        status.feedMmPerMinute().ifPresent(feed -> message.put("feedMmPerMinute", Math.max(0, feed)));
        status.beamPower().ifPresent(power -> message.put("beamPower", Math.max(0, power)));
        return message.toString();
    }

    private ObjectNode message() {
        return json.createObjectNode().put("wire", 1).put("agent", agent.value());
    }
}
