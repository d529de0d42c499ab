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
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;

/**
 * The workshop's machines and what they do now. Fires {@link MachineChanged} when a machine's state, its being cleared,
 * its work or its material is other than before; not for every reading.
 *
 * <p>What machines do is kept in memory only. The last that is known outlives us at the broker, as the agents' retained
 * presence, and is heard again at the next start.
 */
@ApplicationScoped
public class Machines {
    /** What the safety gate takes for a machine at all; beyond it no program could be checked. */
    private static final double SIZE_MAX_MM = 20_000;

    private static final double CELSIUS_MAX = 500;

    private final RegisteredMachines registered;
    private final Clock clock;
    private final Event<MachineChanged> events;
    private final Map<MachineId, LiveState> live = new ConcurrentHashMap<>();

    Machines(RegisteredMachines registered, Clock clock, Event<MachineChanged> events) {
        this.registered = registered;
        this.clock = clock;
        this.events = events;
    }

    /** Registers a machine, or replaces its description; without a material, what is loaded stays. */
    @Transactional
    public Result<Machine> register(Machine machine) {
        return fault(machine)
                .map(why -> Result.<Machine>refused(
                        Refusal.of(MachineRefusal.MACHINE_LIMITS_INVALID, machine.id() + ": " + why)))
                .orElseGet(() -> save(stillLoaded(machine)));
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

    /** A person says what is loaded. */
    @Transactional
    public Result<Machine> load(MachineId id, MaterialId material, LotId lot) {
        return registered
                .find(id)
                .map(machine -> save(machine.withLoaded(new Machine.Loaded(material, lot))))
                .orElseGet(() -> Result.refused(unknown(id)));
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

    private static Optional<String> fault(Machine machine) {
        Machine.Envelope e = machine.envelope();
        if (!(e.maxX() > e.minX()) || !(e.maxY() > e.minY()) || !(e.maxZ() >= e.minZ())) {
            return Optional.of("each axis needs a larger end than its beginning");
        }
        double largest = Math.max(e.maxX() - e.minX(), Math.max(e.maxY() - e.minY(), e.maxZ() - e.minZ()));
        if (largest > SIZE_MAX_MM) {
            return Optional.of("an axis of " + largest + " mm is too long; give at most " + SIZE_MAX_MM + " mm");
        }
        if (machine.process() == Process.PRINT && !holdsHome(e)) {
            return Optional.of("a printer's envelope must hold its home, 0 on every axis");
        }
        Machine.Limits limits = machine.limits();
        if (!(limits.feedMax() > 0)) {
            return Optional.of("the largest feed rate must be more than 0 mm/min");
        }
        if (machine.process() == Process.PRINT ? !(limits.nozzleMax() > 0) : !(limits.powerMax() > 0)) {
            return Optional.of("a printer needs a nozzle temperature, other machines a largest S word");
        }
        if (!isTemperature(limits.nozzleMax()) || !isTemperature(limits.bedMax())) {
            return Optional.of("temperatures must lie between 0 and " + CELSIUS_MAX + " degrees Celsius");
        }
        return Optional.empty();
    }

    private static boolean holdsHome(Machine.Envelope e) {
        return e.minX() <= 0 && e.maxX() >= 0 && e.minY() <= 0 && e.maxY() >= 0 && e.minZ() <= 0 && e.maxZ() >= 0;
    }

    private static boolean isTemperature(double celsius) {
        return celsius >= 0 && celsius <= CELSIUS_MAX;
    }
}
