package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.settlement.domain.Rooms;

/** The rooms around settlement, at their front doors. */
@ApplicationScoped
class RoomsAround implements Rooms {
    private final Orders orders;
    private final Fabrication fabrication;
    private final Catalog catalog;
    private final Parties parties;
    private final Materials materials;
    private final Machines machines;

    RoomsAround(
            Orders orders,
            Fabrication fabrication,
            Catalog catalog,
            Parties parties,
            Materials materials,
            Machines machines) {
        this.orders = orders;
        this.fabrication = fabrication;
        this.catalog = catalog;
        this.parties = parties;
        this.materials = materials;
        this.machines = machines;
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return orders.find(id);
    }

    @Override
    public Optional<Order> hold(OrderId id) {
        return orders.hold(id);
    }

    @Override
    public List<Order> made() {
        return orders.at(Order.Stage.MADE);
    }

    @Override
    public List<Attempt> attempts(OrderId order) {
        return fabrication.attempts(order);
    }

    @Override
    public Optional<Attempt> attempt(AttemptId id) {
        return fabrication.find(id);
    }

    @Override
    public Optional<DesignVersion> design(DesignVersionId id) {
        return catalog.version(id);
    }

    @Override
    public Optional<Party> party(PartyId id) {
        return parties.find(id);
    }

    @Override
    public Party workshop() {
        return parties.workshop();
    }

    @Override
    public Party association() {
        return parties.association();
    }

    @Override
    public Optional<Lot> lot(LotId id) {
        return materials.lot(id);
    }

    @Override
    public Optional<Process> process(MachineId machine) {
        return machines.find(machine).map(Machine::process);
    }

    @Override
    public Result<Order> settled(OrderId id) {
        return orders.settled(id);
    }

    @Override
    public Result<Order> paidAndDistributed(OrderId id) {
        return orders.paid(id).then(paid -> orders.distributed(paid.id()));
    }

    @Override
    public void note(OrderId id, String note) {
        orders.note(id, note);
    }
}
