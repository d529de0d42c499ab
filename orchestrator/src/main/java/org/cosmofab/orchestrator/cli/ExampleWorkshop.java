package org.cosmofab.orchestrator.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Standing;

/**
 * What a simulated workshop starts with: people, two machines, material and the designs of the library. Doing it again
 * changes nothing.
 */
@ApplicationScoped
class ExampleWorkshop {
    static final PartyId REQUESTER = new PartyId("extracto-sa");
    static final String REQUESTER_LOGIN = "extracto";
    static final String OPERATOR_LOGIN = "odile";

    private static final MaterialId PLA = new MaterialId("pla");
    private static final MaterialId PLYWOOD = new MaterialId("plywood-3");
    private static final LotId SPOOL = new LotId("pla-lot-7");
    private static final LotId SHEETS = new LotId("plywood-lot-2");

    private final Parties parties;
    private final Logins logins;
    private final Machines machines;
    private final Materials materials;
    private final Catalog catalog;

    ExampleWorkshop(Parties parties, Logins logins, Machines machines, Materials materials, Catalog catalog) {
        this.parties = parties;
        this.logins = logins;
        this.machines = machines;
        this.materials = materials;
        this.catalog = catalog;
    }

    void people() {
        party("ana", Party.Kind.PERSON, "Ana Ribera", Standing.COMMONER, false);
        party("odile", Party.Kind.PERSON, "Odile Marchand", Standing.COMMONER, false);
        party("extracto-sa", Party.Kind.FIRM, "Extracto SA", Standing.FOR_PROFIT, true);
        party("contribo-sarl", Party.Kind.FIRM, "Contribo SARL", Standing.FOR_PROFIT, true);
    }

    /** Makes a login with that secret, or gives it to the login that is there already. */
    void login(String name, String secret) {
        if (logins.changeSecret(name, secret).fold(changed -> true, unknown -> false)) {
            return;
        }
        boolean operator = name.equals(OPERATOR_LOGIN);
        PartyId party = operator ? new PartyId("odile") : REQUESTER;
        Set<Role> roles = operator ? Set.of(Role.OPERATOR) : Set.of(Role.REQUESTER);
        logins.create(name, secret, Optional.of(party), roles).orThrow();
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
        if (materials.lot(SPOOL).isEmpty()) {
            materials
                    .receive(new Lot(SPOOL, PLA, "PLA lot 7", 2_000_000, Amount.microEuro(24_000_000)))
                    .orThrow();
            materials
                    .receive(new Lot(SHEETS, PLYWOOD, "Plywood lot 2", 8_000_000, Amount.microEuro(6_500_000)))
                    .orThrow();
        }
    }

    void machines() {
        Machine printer = new Machine(
                new MachineId("printer-1"),
                "Printer 1",
                Process.PRINT,
                Machine.Dialect.MARLIN,
                Simulation.AGENT,
                new Machine.Envelope(0, 0, 0, 220, 220, 250),
                new Machine.Limits(260, 100, 12_000, 0, 120),
                Optional.empty());
        Machine laser = new Machine(
                new MachineId("laser-1"),
                "Laser 1",
                Process.LASER,
                Machine.Dialect.GRBL,
                Simulation.AGENT,
                new Machine.Envelope(0, 0, 0, 600, 400, 0),
                new Machine.Limits(0, 0, 12_000, 1000, 450),
                Optional.empty());
        for (Machine machine : List.of(printer, laser)) {
            if (machines.find(machine.id()).isEmpty()) {
                machines.register(machine).orThrow();
            }
        }
        machines.load(printer.id(), PLA, SPOOL).orThrow();
        machines.load(laser.id(), PLYWOOD, SHEETS).orThrow();
    }

    /** Publishes every design of the library. */
    List<DesignVersion> designs(Path library) {
        try (Stream<Path> folders = Files.list(library)) {
            return folders.filter(Files::isDirectory)
                    .filter(ExampleWorkshop::hasManifest)
                    .sorted()
                    .map(folder ->
                            catalog.publish(folder, parties.workshop().id()).orThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library " + library, e);
        }
    }

    private static boolean hasManifest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.getFileName().toString().matches("okh.*\\.(toml|ya?ml)"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private void party(String id, Party.Kind kind, String name, Standing standing, boolean terms) {
        PartyId party = new PartyId(id);
        if (parties.find(party).isEmpty()) {
            parties.register(new Party(party, kind, name, standing, terms)).orThrow();
        }
    }
}
