package org.cosmofab.orchestrator.making;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.orders.NewOrder;
import org.cosmofab.orchestrator.orders.Order;

/** Small things to test with: a lamp of a printed shade and a laser-cut foot, a printer and a laser. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final DesignVersionId LAMP = new DesignVersionId("a".repeat(64));
    public static final PartyId ADA = new PartyId("p-ada");
    public static final PartyId BOB = new PartyId("p-bob");
    public static final MaterialId PLA = new MaterialId("pla");
    public static final MaterialId PLYWOOD = new MaterialId("plywood-4");
    public static final LotId SPOOL = new LotId("pla-lot-1");
    public static final LotId SHEETS = new LotId("plywood-lot-1");
    public static final AgentId BENCH = new AgentId("bench-1");
    public static final MachineId PRINTER = new MachineId("printer-1");
    public static final MachineId LASER = new MachineId("laser-1");

    public static final Order.PricedBy PRICED_BY = new Order.PricedBy("tariff-1", "policy-1");

    private Samples() {}

    public static DesignVersion lamp() {
        return new DesignVersion(
                LAMP,
                "lamp",
                "1.0.0",
                Map.of("en", "Lamp"),
                Map.of("en", "A lamp."),
                "CERN-OHL-S-2.0",
                DesignVersion.LicenceClass.OPEN,
                List.of(part("shade", Process.PRINT, PLA, 1), part("foot", Process.LASER, PLYWOOD, 2)),
                List.of(new DesignVersion.Contribution(ADA, 3600, "design")),
                List.of(),
                List.of(),
                Map.of(),
                NOON);
    }

    public static DesignVersion.Part part(String name, Process process, MaterialId material, int quantity) {
        return new DesignVersion.Part(
                name,
                process,
                name + ".stl",
                "b".repeat(64),
                material,
                quantity,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    public static Machine printer() {
        return machine(PRINTER, Process.PRINT, Optional.of(new Machine.Loaded(PLA, SPOOL)));
    }

    public static Machine laser() {
        return machine(LASER, Process.LASER, Optional.of(new Machine.Loaded(PLYWOOD, SHEETS)));
    }

    public static Machine machine(MachineId id, Process process, Optional<Machine.Loaded> loaded) {
        return new Machine(
                id,
                id.value(),
                process,
                process == Process.PRINT ? Machine.Dialect.MARLIN : Machine.Dialect.GRBL,
                BENCH,
                new Machine.Envelope(0, 0, 0, 220, 220, 250),
                new Machine.Limits(280, 110, 6000, 1000, 120),
                loaded);
    }

    public static LiveState live(LiveState.State state, boolean cleared) {
        return new LiveState(
                state,
                NOON,
                cleared,
                "",
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static NewOrder order(QuoteId quote, int quantity) {
        return new NewOrder(quote, ADA, LAMP, quantity, Use.NON_COMMERCIAL, NOON.plusSeconds(86400), PRICED_BY);
    }
}
