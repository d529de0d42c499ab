package org.cosmofab.agent;

import java.nio.file.Path;
import java.util.List;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.posts.MachineSettings;

/**
 * Who an agent is and what it has.
 *
 * @param data the directory that it alone writes
 */
public record AgentSettings(AgentId agent, Path data, List<MachineSettings> machines) {
    public AgentSettings {
        machines = List.copyOf(machines);
        if (machines.stream().map(MachineSettings::machine).distinct().count() < machines.size()) {
            throw new IllegalArgumentException("two machines of agent " + agent + " have the same name");
        }
    }
}
