package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;

/** An agent and its machines, as it says, or as its last will says. Source: device-agents/wire/schemas. */
record Presence(AgentId agent, boolean online, List<Told> machines) {
    private static final Set<String> PROCESSES = Set.of("print", "laser", "mill");
    private static final int MACHINES_MAX = 100;

    /** What is told of one machine. */
    record Told(MachineId machine, LiveState.State state, boolean cleared) {}

    /**
     * @throws IllegalArgumentException if it is not a presence, naming the place
     */
    static Presence of(JsonNode message) {
        return WireFields.read(message, "presence", fields -> {
            Wire.check(fields);
            AgentId agent = new AgentId(fields.id("agent"));
            boolean online = fields.truth("online");
            fields.time("since");
            List<Told> machines = fields.list("machines", Presence::told);
            if (machines.size() > MACHINES_MAX) {
                throw fields.malformed("machines", "are more than " + MACHINES_MAX);
            }
            return new Presence(agent, online, machines);
        });
    }

    private static Told told(WireFields fields) {
        if (!PROCESSES.contains(fields.word("process"))) {
            throw fields.malformed("process", "is not known");
        }
        fields.word("dialect");
        return new Told(new MachineId(fields.id("machine")), Wire.state(fields), fields.truth("cleared"));
    }
}
