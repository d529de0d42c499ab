package org.cosmofab.orchestrator.fabrication.domain;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** Where attempts are kept. At most one open attempt of an operation, and one on a machine: it refuses to store a second. */
public interface AttemptBook {

    Optional<TrackedAttempt> find(AttemptId id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<TrackedAttempt> hold(AttemptId id);

    List<TrackedAttempt> open();

    Optional<TrackedAttempt> openOn(MachineId machine);

    /** The newest on a machine that began to run. */
    Optional<TrackedAttempt> lastOn(MachineId machine);

    /** Oldest first. */
    List<TrackedAttempt> of(OperationId operation);

    /** Oldest first. */
    List<TrackedAttempt> of(OrderId order);

    /** Attempts from whose state something follows that is not done yet, oldest first. */
    List<AttemptId> due();

    void add(TrackedAttempt attempt);

    void save(TrackedAttempt attempt);

    /** The next fence of a machine; nobody else gets one until the transaction ends. */
    long nextFence(MachineId machine);

    /** Notes an agent's event; false if it was noted before. */
    boolean firstTime(AgentReport report);
}
