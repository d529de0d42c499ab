package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import java.time.Instant;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.orders.Operation;

/** What fabrication asks of other rooms, in its own transaction. */
public interface Surroundings {

    /** Gives an operation to a machine; false if it does not wait for one any more. */
    boolean assign(OperationId operation, MachineId machine, Duration estimate);

    /** Has an operation follow its latest attempt; where it cannot, that is said in the log. */
    void follow(OperationId operation, Operation.Stage stage);

    /** Lets an operation wait for a machine again, if it needs a person. */
    Result<Operation.Stage> release(OperationId operation);

    /** What an attempt used, by its facts. */
    Attempt.Used measure(Assignment assignment, AgentReport.Facts facts);

    /** Writes off what an attempt used; the same attempt again changes nothing. */
    void book(Assignment assignment, Attempt.Used used);

    /** Tells whoever wants to know that an attempt ended. */
    void told(AttemptId attempt);

    /** Passes on what a machine is said to be in. */
    void heard(AgentReport.MachineState state, Instant at);

    /** A machine that ended an attempt is not clear, whatever was heard before. */
    void uncleared(MachineId machine);
}
