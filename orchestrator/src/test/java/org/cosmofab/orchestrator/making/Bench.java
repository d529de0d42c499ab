package org.cosmofab.orchestrator.making;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.FakeCatalog;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.preparation.FakePreparation;
import org.cosmofab.orchestrator.settlement.FakeSettlement;
import org.cosmofab.orchestrator.testing.InMemoryBus;

/** A small workshop to test in: a printer and a laser, loaded, idle and cleared, and the lamp in the catalog. */
public final class Bench {
    private static final List<String> TABLES = List.of(
            "operation",
            "orders",
            "placement",
            "unplaced",
            "schedule_plan",
            "schedule_pin",
            "attempt",
            "outbox",
            "agent_event",
            "machine_fence",
            "quote",
            "material_movement",
            "reservation",
            "lot");
    private static final long KILOGRAM = 1_000_000;

    private Bench() {}

    /** The workshop as new. */
    public static void reset() {
        QuarkusTransaction.requiringNew().run(() -> {
            EntityManager entities = get(EntityManager.class);
            TABLES.forEach(
                    table -> entities.createNativeQuery("delete from " + table).executeUpdate());
        });
        get(TestTime.class).reset();
        get(FakePreparation.class).reset();
        get(FakeSettlement.class).refuse(Optional.empty());
        get(FakeCatalog.class).put(Samples.lamp());
        get(InMemoryBus.class).connected(true);
        get(InMemoryBus.class).forget();
        person(Samples.ADA, "Ada");
        person(Samples.BOB, "Bob");
        stock(Samples.PLA, Material.Form.FILAMENT, 1.75, Samples.SPOOL);
        stock(Samples.PLYWOOD, Material.Form.SHEET, 4, Samples.SHEETS);
        get(Machines.class).register(Samples.printer()).orThrow();
        get(Machines.class).register(Samples.laser()).orThrow();
        idle(Samples.PRINTER, true);
        idle(Samples.LASER, true);
    }

    public static void idle(MachineId machine, boolean cleared) {
        get(Machines.class).heard(machine, Samples.live(LiveState.State.IDLE, cleared));
    }

    /** An order for so many lamps, of a quote of its own. */
    public static Order order(int quantity) {
        QuoteId quote = new QuoteId(get(IdSource.class).next());
        return get(Orders.class).place(Samples.order(quote, quantity)).orThrow();
    }

    public static Order order(Order order) {
        return get(Orders.class).find(order.id()).orElseThrow();
    }

    public static <T> T get(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private static void person(PartyId id, String name) {
        get(Parties.class)
                .register(new Party(id, Party.Kind.PERSON, name, Standing.COMMONER, true))
                .orThrow();
    }

    private static void stock(MaterialId id, Material.Form form, double thickness, LotId lot) {
        Materials materials = get(Materials.class);
        materials.define(new Material(id, form, Map.of("en", id.value(), "fr", id.value()), 1.24, thickness));
        materials
                .receive(new Lot(lot, id, lot.value(), KILOGRAM, Amount.microEuro(20_000_000)))
                .orThrow();
    }
}
