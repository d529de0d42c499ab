package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Result;

/** Makes things: assigns what the schedule says, and records what machines did. Fires {@link AttemptEnded}. */
@ApplicationScoped
public class Fabrication {

    /** Assigns every operation whose turn it is to its machine, if that is free and cleared. */
    public void dispatch() {
        throw new IllegalStateException("not built yet");
    }

    /** In the order of their beginning. */
    public List<Attempt> attempts(OrderId order) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Attempt> find(AttemptId id) {
        throw new IllegalStateException("not built yet");
    }

    /** A person says that bed or workpiece is clear. */
    public Result<MachineId> clear(MachineId machine, String by) {
        throw new IllegalStateException("not built yet");
    }

    public Result<Attempt> pause(AttemptId id, String by) {
        throw new IllegalStateException("not built yet");
    }

    public Result<Attempt> resume(AttemptId id, String by) {
        throw new IllegalStateException("not built yet");
    }

    public Result<Attempt> cancel(AttemptId id, String by) {
        throw new IllegalStateException("not built yet");
    }

    /** Stops a machine by its fastest path. */
    public Result<MachineId> stop(MachineId machine, String by) {
        throw new IllegalStateException("not built yet");
    }

    /** A person says how an uncertain attempt ended. */
    public Result<Attempt> decide(AttemptId id, boolean done, String by) {
        throw new IllegalStateException("not built yet");
    }

    /** A person lets an operation be tried again after an attempt that did not end well. */
    public Result<Attempt> retry(AttemptId id, String by) {
        throw new IllegalStateException("not built yet");
    }
}
