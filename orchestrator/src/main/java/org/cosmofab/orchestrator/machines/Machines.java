package org.cosmofab.orchestrator.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Materials;

/**
 * The workshop's machines and what they do now. Fires {@link MachineChanged} when a machine's state, its being cleared,
 * its work or its material is other than before; not for every reading.
 *
 * <p>What machines do is kept in memory only. The last that is known outlives us at the broker, as the agents' retained
 * presence, and is heard again at the next start.
 */
@ApplicationScoped
public class Machines {
    private final RegisteredMachines registered;
    private final Materials materials;
    private final Clock clock;
    private final Event<MachineChanged> events;
    private final Map<MachineId, LiveState> live = new ConcurrentHashMap<>();

    Machines(RegisteredMachines registered, Materials materials, Clock clock, Event<MachineChanged> events) {
        this.registered = registered;
        this.materials = materials;
        this.clock = clock;
        this.events = events;
    }

    /** Registers a machine, or replaces its description; without a material, what is loaded stays. */
    @Transactional
    public Result<Machine> register(Machine machine) {
        Optional<Refusal> refusal = Plausible.fault(machine)
                .map(why -> Refusal.of(MachineRefusal.MACHINE_LIMITS_INVALID, machine.id() + ": " + why))
                .or(() -> machine.loaded().flatMap(this::notLoadable));
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        // Held before anything is read: two registrations of one machine follow each other.
        registered.hold();
        return save(stillLoaded(machine));
    }

    private Machine stillLoaded(Machine machine) {
        Optional<Machine.Loaded> before = registered.find(machine.id()).flatMap(Machine::loaded);
        return machine.loaded().or(() -> before).map(machine::withLoaded).orElse(machine);
    }

    @Transactional
    public List<Machine> all() {
        return registered.all();
    }

    @Transactional
    public Optional<Machine> find(MachineId id) {
        return registered.find(id);
    }

    /** The machines that an agent speaks to. */
    @Transactional
    public List<Machine> of(AgentId agent) {
        return registered.all().stream().filter(m -> m.agent().equals(agent)).toList();
    }

    /** A person says what is loaded; refused unless the lot is here and of that material. */
    @Transactional
    public Result<Machine> load(MachineId id, MaterialId material, LotId lot) {
        Machine.Loaded loaded = new Machine.Loaded(material, lot);
        return registered
                .find(id)
                .map(machine -> notLoadable(loaded)
                        .map(Result::<Machine>refused)
                        .orElseGet(() -> save(machine.withLoaded(loaded))))
                .orElseGet(() -> Result.refused(unknown(id)));
    }

    private Optional<Refusal> notLoadable(Machine.Loaded loaded) {
        Optional<Lot> lot = materials.lot(loaded.lot());
        if (lot.isEmpty()) {
            return Optional.of(Refusal.of(
                    MachineRefusal.LOT_NOT_HERE,
                    "this workshop never received a lot '" + loaded.lot() + "'; receive it first, or mend its name"));
        }
        MaterialId material = lot.get().material();
        return material.equals(loaded.material())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                MachineRefusal.LOT_OF_OTHER_MATERIAL,
                                "lot '" + loaded.lot() + "' is of " + material + ", not of " + loaded.material()
                                        + "; name its own material, or another lot")
                        .with("material", material.value()));
    }

    /** As last heard; {@code UNKNOWN} if never. */
    public LiveState live(MachineId id) {
        return live.getOrDefault(id, LiveState.unheard(clock.instant()));
    }

    /** Whether anything was heard of it since we started. */
    public boolean wasHeard(MachineId id) {
        return live.containsKey(id);
    }

    /** What was just heard of a machine. */
    public void heard(MachineId id, LiveState state) {
        heard(id, before -> state);
    }

    /** What was just heard of a machine, as a change of what was known; safe against others who hear at the same time. */
    public void heard(MachineId id, UnaryOperator<LiveState> change) {
        LiveState[] before = new LiveState[1];
        LiveState after = live.compute(id, (key, known) -> {
            before[0] = known == null ? LiveState.unheard(clock.instant()) : known;
            return change.apply(before[0]);
        });
        if (after.differsVisiblyFrom(before[0])) {
            events.fire(new MachineChanged(id));
        }
    }

    public static Refusal unknown(MachineId id) {
        return Refusal.of(MachineRefusal.MACHINE_UNKNOWN, "this workshop has no machine '" + id + "'");
    }

    private Result<Machine> save(Machine machine) {
        registered.save(machine);
        events.fire(new MachineChanged(machine.id()));
        return Result.done(machine);
    }
}
