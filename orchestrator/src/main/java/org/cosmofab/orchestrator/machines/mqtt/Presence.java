package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.wire.Fields;
import org.cosmofab.orchestrator.wire.Malformed;

/** An agent and its machines, as it says, or as its last will says. Source: device-agents/wire/schemas. */
record Presence(AgentId agent, boolean online, List<Told> machines) {
    private static final int MACHINES_MAX = 100;

    /** What is told of one machine. */
    record Told(MachineId machine, LiveState.State state, boolean cleared) {}

    /**
     * @throws Malformed if it is not a presence, naming the place
     */
    static Presence of(JsonNode message) {
        Fields fields = new Fields(message, "presence.");
        fields.constant("wire", 1);
        AgentId agent = new AgentId(fields.id("agent"));
        boolean online = fields.flag("online");
        fields.time("since");
        List<Told> machines = fields.objects("machines", MACHINES_MAX).stream()
                .map(Presence::told)
                .toList();
        fields.end();
        return new Presence(agent, online, machines);
    }

    private static Told told(Fields fields) {
        fields.word("process", Process.class);
        fields.id("dialect");
        Told told = new Told(
                new MachineId(fields.id("machine")),
                fields.word("state", LiveState.State.class),
                fields.flag("cleared"));
        fields.end();
        return told;
    }
}
