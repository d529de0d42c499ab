package org.cosmofab.orchestrator.machines.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.RegisteredMachines;

/** Registered machines in the database; works in the caller's transaction. */
@ApplicationScoped
class StoredMachines implements RegisteredMachines, PanacheRepositoryBase<MachineRow, String> {
    private final IdSource ids;

    StoredMachines(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public void hold() {
        getEntityManager()
                .createNativeQuery("select id from machine_registration where id = 1 for update", Integer.class)
                .getSingleResult();
    }

    @Override
    public List<Machine> all() {
        return find("order by id").stream().map(MachineRow::toMachine).toList();
    }

    @Override
    public Optional<Machine> find(MachineId id) {
        return findByIdOptional(id.value()).map(MachineRow::toMachine);
    }

    @Override
    public void save(Machine machine) {
        MachineRow row = findById(machine.id().value());
        if (row == null) {
            persist(MachineRow.of(machine, ids.issuer()));
        } else {
            row.take(machine);
        }
    }
}
