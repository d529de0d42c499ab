package org.cosmofab.orchestrator.settlement.domain;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.orders.Order;

/** What settlement asks of the rooms around it; simulated in tests. */
public interface Rooms {

    Optional<Order> order(OrderId id);

    /** As {@link #order}, and nobody else changes it until the transaction ends. */
    Optional<Order> hold(OrderId id);

    /** Made and not yet settled, oldest first. */
    List<Order> made();

    /** In the order of their beginning. */
    List<Attempt> attempts(OrderId order);

    Optional<Attempt> attempt(AttemptId id);

    Optional<DesignVersion> design(DesignVersionId id);

    Optional<Party> party(PartyId id);

    Party workshop();

    Party association();

    Optional<Lot> lot(LotId id);

    Optional<Process> process(MachineId machine);

    /** The order goes on to settled, in the present transaction. */
    Result<Order> settled(OrderId id);

    /** The order goes on to paid and distributed, in the present transaction. */
    Result<Order> paidAndDistributed(OrderId id);

    /** Says why an order waits; empty text takes it away. */
    void note(OrderId id, String note);
}
