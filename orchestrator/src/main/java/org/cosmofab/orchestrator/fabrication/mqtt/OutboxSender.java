package org.cosmofab.orchestrator.fabrication.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.Sending;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Sends what waits in the outbox, as often as its answer takes. */
@ApplicationScoped
class OutboxSender {
    private final Outbox outbox;
    private final AgentLine line;
    private final RealTime realTime;
    private final Sending sending = new Sending();

    OutboxSender(Outbox outbox, AgentLine line, RealTime realTime) {
        this.outbox = outbox;
        this.line = line;
        this.realTime = realTime;
    }

    /** Sends what is due; without a connection everything waits. */
    synchronized void send() {
        outbox.waiting().stream()
                .filter(command -> Sending.isOver(command, realTime.now()))
                .forEach(command -> outbox.remove(command.id()));
        if (!line.isOpen()) {
            return;
        }
        for (Command command : sending.due(outbox.waiting(), realTime.now())) {
            // What may go out once only is taken out first, by one sender: rather not at all than twice.
            if (command.what().mayRepeat() || outbox.remove(command.id())) {
                line.tell(command);
            }
        }
    }
}
