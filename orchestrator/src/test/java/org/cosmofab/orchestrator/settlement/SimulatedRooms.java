package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.domain.Designs;
import org.cosmofab.orchestrator.settlement.domain.Rooms;

/** The rooms around settlement, in memory; they can refuse on request. */
@Alternative
@ApplicationScoped
public class SimulatedRooms implements Rooms {
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<PartyId, Party> parties = new HashMap<>();
    private final Map<LotId, Lot> lots = new HashMap<>();
    private final Designs designs = new Designs();
    private final EntityManager database;
    private Optional<Refusal> refusal = Optional.empty();
    private int askedForAttempts;

    SimulatedRooms(EntityManager database) {
        this.database = database;
    }

    Designs designs() {
        return designs;
    }

    /** No orders, no attempts, no refusal. */
    void clear() {
        orders.clear();
        attempts.clear();
        refusal = Optional.empty();
    }

    /** Furnishes what the acceptance case needs, and an order of it that is made. */
    public Order placeAcceptanceOrder(Party requester) {
        DesignVersion design = Designs.acceptanceDesign(designs);
        add(new AcceptanceCases().lot());
        add(requester);
        for (String designer : List.of("dina", "dmitri", "dolores", "uma", "ugo")) {
            add(new Party(new PartyId(designer), Party.Kind.PERSON, designer, Standing.COMMONER, true));
        }
        Order order = Jobs.made(requester.id(), design.id());
        add(order);
        add(Jobs.attempt(order, Attempt.Stage.DONE));
        return order;
    }

    void add(Order order) {
        orders.put(order.id(), order);
    }

    void add(Attempt attempt) {
        attempts.removeIf(known -> known.id().equals(attempt.id()));
        attempts.add(attempt);
    }

    void add(Party party) {
        parties.put(party.id(), party);
    }

    void add(Lot lot) {
        lots.put(lot.id(), lot);
    }

    /** From now on the orders refuse to go on. */
    void refuse(Refusal with) {
        refusal = Optional.of(with);
    }

    /** How often somebody asked for one attempt. */
    int askedForAttempts() {
        return askedForAttempts;
    }

    void allow() {
        refusal = Optional.empty();
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** One lock for all orders, in the database: it goes with the transaction. */
    @Override
    public Optional<Order> hold(OrderId id) {
        database.createNativeQuery("select name from settlement_lock where name = 'payout' for update", String.class)
                .getSingleResult();
        return order(id);
    }

    @Override
    public List<Order> made() {
        return orders.values().stream()
                .filter(order -> order.stage() == Order.Stage.MADE)
                .toList();
    }

    @Override
    public List<Attempt> attempts(OrderId order) {
        return attempts.stream()
                .filter(attempt -> attempt.order().equals(order))
                .toList();
    }

    @Override
    public Optional<Attempt> attempt(AttemptId id) {
        askedForAttempts++;
        return attempts.stream().filter(attempt -> attempt.id().equals(id)).findFirst();
    }

    @Override
    public Optional<DesignVersion> design(DesignVersionId id) {
        return designs.find(id);
    }

    @Override
    public Optional<Party> party(PartyId id) {
        return Optional.ofNullable(parties.get(id));
    }

    @Override
    public Party workshop() {
        return new Party(AcceptanceCases.ODILE, Party.Kind.WORKSHOP, "FabLab Poblenou", Standing.NON_PROFIT, true);
    }

    @Override
    public Party association() {
        return new Party(
                AcceptanceCases.ASSOCIATION, Party.Kind.ASSOCIATION, "The association", Standing.NON_PROFIT, true);
    }

    @Override
    public Optional<Lot> lot(LotId id) {
        return Optional.ofNullable(lots.get(id));
    }

    @Override
    public Optional<Process> process(MachineId machine) {
        return machine.value().startsWith("printer") ? Optional.of(Process.PRINT) : Optional.empty();
    }

    @Override
    public Result<Order> settled(OrderId id) {
        return go(id, Order.Stage.SETTLED);
    }

    @Override
    public Result<Order> paidAndDistributed(OrderId id) {
        return go(id, Order.Stage.DISTRIBUTED);
    }

    @Override
    public void note(OrderId id, String note) {
        orders.computeIfPresent(id, (key, order) -> Jobs.with(order, order.stage(), note));
    }

    private Result<Order> go(OrderId id, Order.Stage stage) {
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        return Result.done(orders.computeIfPresent(id, (key, order) -> Jobs.with(order, stage, order.note())));
    }
}
