package org.cosmofab.orchestrator.fabrication.mqtt;

import java.util.List;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.kernel.AgentId;

/** Whether an agent is there, and its machines' states. */
record Presence(AgentId agent, boolean online, List<AgentReport.MachineState> machines) {
    Presence {
        machines = List.copyOf(machines);
    }
}
