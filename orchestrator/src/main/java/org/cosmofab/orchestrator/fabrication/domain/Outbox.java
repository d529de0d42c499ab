package org.cosmofab.orchestrator.fabrication.domain;

import java.util.List;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;

/** Commands on their way, kept with the transaction that decided them. */
public interface Outbox {

    void add(Command command);

    /** Oldest first. */
    List<Command> waiting();

    /** It need not be sent any more; false if somebody took it out before. */
    boolean remove(UUID command);

    /** Attempts of an agent that it is still to be told to end. */
    List<AttemptId> calledOff(AgentId agent);

    /** Its agent answered an assignment: it need not be sent any more. */
    void answered(AttemptId attempt);

    /** The attempt ended: nothing about it need be sent any more. */
    void ended(AttemptId attempt);
}
