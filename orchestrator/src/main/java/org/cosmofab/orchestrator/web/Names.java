package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;

/** What people call the things that are elsewhere known by their ids; of what is gone the id remains. */
@ApplicationScoped
class Names {
    private final Machines machines;
    private final Materials materials;
    private final Parties parties;

    Names(Machines machines, Materials materials, Parties parties) {
        this.machines = machines;
        this.materials = materials;
        this.parties = parties;
    }

    String machine(String id) {
        return machines.find(new MachineId(id)).map(Machine::name).orElse(id);
    }

    String lot(String id) {
        return materials.lot(new LotId(id)).map(Lot::label).orElse(id);
    }

    String material(MaterialId id, Locale locale) {
        return materials
                .material(id)
                .map(material -> material.name(locale.getLanguage()))
                .orElse(id.value());
    }

    String party(PartyId id, Locale locale) {
        String name = parties.find(id).map(Party::name).orElse(id.value());
        if (id.equals(Parties.WORKSHOP)) {
            return workshop(name, locale);
        }
        boolean unnamed = id.equals(Parties.ASSOCIATION) && name.equals(Parties.ASSOCIATION_UNNAMED);
        return unnamed ? Words.common(locale).associationUnnamed() : name;
    }

    /** The workshop's name; the word for one in the language of the page, as long as it was given none. */
    static String workshop(String name, Locale locale) {
        return name.equals(Parties.WORKSHOP_UNNAMED) ? Words.common(locale).workshopUnnamed() : name;
    }
}
