package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;

/** What stands and lies on the stage: designs of the library, machines, material. */
@ApplicationScoped
public class StagedShop {
    static final AgentId AGENT = new AgentId("bench-1");
    static final MachineId PRINTER_1 = new MachineId("printer-1");
    static final MachineId PRINTER_2 = new MachineId("printer-2");
    static final MachineId PRINTER_3 = new MachineId("printer-3");
    static final MachineId LASER_1 = new MachineId("laser-1");
    static final MachineId LASER_2 = new MachineId("laser-2");

    private static final MaterialId PLA = new MaterialId("pla");
    private static final MaterialId PLYWOOD = new MaterialId("plywood-3");
    private static final LotId SPOOL = new LotId("pla-lot-7");
    private static final LotId SHEETS = new LotId("plywood-lot-2");

    private final Catalog catalog;
    private final Parties parties;
    private final Machines machines;
    private final Materials materials;

    StagedShop(Catalog catalog, Parties parties, Machines machines, Materials materials) {
        this.catalog = catalog;
        this.parties = parties;
        this.machines = machines;
        this.materials = materials;
    }

    void designs() {
        for (String slug : List.of("sheet-corner", "parts-tray", "spool-gauge", "cable-rail")) {
            catalog.publish(
                            Path.of("../designs/library", slug),
                            parties.workshop().id())
                    .orThrow();
        }
    }

    void stock() {
        materials.define(
                new Material(PLA, Material.Form.FILAMENT, Map.of("en", "PLA, sand", "fr", "PLA, sable"), 1.24, 1.75));
        materials.define(new Material(
                PLYWOOD,
                Material.Form.SHEET,
                Map.of("en", "Poplar plywood 3 mm", "fr", "Contreplaqué de peuplier 3 mm"),
                0.45,
                3));
        materials
                .receive(new Lot(SPOOL, PLA, "PLA lot 7", 2_000_000, Amount.microEuro(24_000_000)))
                .orThrow();
        materials
                .receive(new Lot(SHEETS, PLYWOOD, "Plywood lot 2", 8_000_000, Amount.microEuro(6_500_000)))
                .orThrow();
    }

    void machines() {
        printer(PRINTER_1, "Printer 1");
        printer(PRINTER_2, "Printer 2");
        printer(PRINTER_3, "Printer 3");
        laser(LASER_1, "Laser 1");
        laser(LASER_2, "Laser 2");
    }

    private void printer(MachineId id, String name) {
        register(new Machine(
                id,
                name,
                Process.PRINT,
                Machine.Dialect.MARLIN,
                AGENT,
                new Machine.Envelope(0, 0, 0, 220, 220, 250),
                new Machine.Limits(260, 100, 12_000, 0, 120),
                Optional.of(new Machine.Loaded(PLA, SPOOL))));
    }

    private void laser(MachineId id, String name) {
        register(new Machine(
                id,
                name,
                Process.LASER,
                Machine.Dialect.GRBL,
                AGENT,
                new Machine.Envelope(0, 0, 0, 600, 400, 0),
                new Machine.Limits(0, 0, 12_000, 1000, 450),
                Optional.of(new Machine.Loaded(PLYWOOD, SHEETS))));
    }

    private void register(Machine machine) {
        machines.register(machine).orThrow();
    }
}
