package org.cosmofab.orchestrator.machines;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.MachineId;

/** Where registered machines are kept: port of the store. */
public interface RegisteredMachines {

    /** Nobody else registers a machine until the transaction ends. */
    void hold();

    /** By id. */
    List<Machine> all();

    Optional<Machine> find(MachineId id);

    /** Adds a machine or replaces what is known of it. */
    void save(Machine machine);
}
