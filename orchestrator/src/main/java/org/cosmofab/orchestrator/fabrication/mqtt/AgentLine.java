package org.cosmofab.orchestrator.fabrication.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Says things to agents. What must not be lost is in the outbox, or asked for again. */
@ApplicationScoped
class AgentLine {
    private final WireWriter writer = new WireWriter();
    private final MessageBus bus;
    private final IdSource ids;
    private final RealTime realTime;

    AgentLine(MessageBus bus, IdSource ids, RealTime realTime) {
        this.bus = bus;
        this.ids = ids;
        this.realTime = realTime;
    }

    boolean isOpen() {
        return bus.connected();
    }

    void tell(Command command) {
        bus.publish(Topics.commands(command.agent()), writer.command(command, realTime.now()));
    }

    void askForReport(AgentId agent) {
        bus.publish(Topics.commands(agent), writer.report(ids.next(), realTime.now()));
    }

    void acknowledge(AgentId agent, long upTo) {
        bus.publish(Topics.commands(agent), writer.acknowledge(ids.next(), realTime.now(), upTo));
    }
}
