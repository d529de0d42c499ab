package org.cosmofab.orchestrator.scheduling.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;

/** Where the published schedule and the pins are kept. */
public interface PlanBook {

    /** The schedule last published, if there ever was one. */
    Optional<Schedule> published();

    void publish(Schedule schedule);

    List<Placement> pins();

    /** Pins an operation to a machine, or moves its pin. */
    void pin(Placement placement);

    void unpin(Collection<OperationId> operations);
}
