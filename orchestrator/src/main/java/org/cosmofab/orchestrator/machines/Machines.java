package org.cosmofab.orchestrator.machines;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Result;

/** The workshop's machines and what they do now. Fires {@link MachineChanged}. */
@ApplicationScoped
public class Machines {

    /** Registers a machine, or replaces its description. */
    public Result<Machine> register(Machine machine) {
        throw new IllegalStateException("not built yet");
    }

    public List<Machine> all() {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Machine> find(MachineId id) {
        throw new IllegalStateException("not built yet");
    }

    /** A person says what is loaded. */
    public Result<Machine> load(MachineId id, MaterialId material, LotId lot) {
        throw new IllegalStateException("not built yet");
    }

    /** As last heard; {@code UNKNOWN} if never. */
    public LiveState live(MachineId id) {
        throw new IllegalStateException("not built yet");
    }

    /** What was just heard of a machine. */
    public void heard(MachineId id, LiveState state) {
        throw new IllegalStateException("not built yet");
    }
}
