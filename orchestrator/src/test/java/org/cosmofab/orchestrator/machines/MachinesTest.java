package org.cosmofab.orchestrator.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine.Dialect;
import org.cosmofab.orchestrator.machines.Machine.Envelope;
import org.cosmofab.orchestrator.machines.Machine.Limits;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@OnEveryDatabase
class MachinesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final MachineId ID = new MachineId("machines-test-1");
    private static final MaterialId PLA = new MaterialId("pla");
    private static final MaterialId PETG = new MaterialId("machines-petg");

    @Inject
    Machines machines;

    @Inject
    Materials materials;

    @Inject
    IdSource ids;

    @Inject
    Changes changes;

    /** Remembers what was told of changes. */
    @ApplicationScoped
    public static class Changes {
        private final List<MachineId> seen = new CopyOnWriteArrayList<>();

        void changed(@Observes MachineChanged change) {
            seen.add(change.machine());
        }

        long of(MachineId id) {
            return seen.stream().filter(id::equals).count();
        }
    }

    @BeforeEach
    void register() {
        materials.define(new Material(PLA, Material.Form.FILAMENT, Map.of("en", "PLA"), 1.24, 1.75));
        materials.define(new Material(PETG, Material.Form.FILAMENT, Map.of("en", "PETG"), 1.27, 1.75));
        for (String lot : List.of("machines-pla-1", "machines-pla-2")) {
            materials
                    .receive(new Lot(new LotId(lot), PLA, lot, 1_000_000, Amount.microEuro(1)))
                    .orThrow();
        }
        machines.register(printer("Old name")).orThrow();
    }

    @Test
    void whatIsRegisteredIsFoundWithAllItsLimits() {
        Machine printer = printer("Prusa à côté");

        machines.register(printer).orThrow();

        Machine found = machines.find(ID).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("loaded").isEqualTo(printer);
        assertThat(machines.all()).contains(found);
        assertThat(machines.of(new AgentId("bench-9"))).containsExactly(found);
        assertThat(machines.find(new MachineId("nowhere"))).isEmpty();
    }

    @Test
    void whatIsLoadedStaysWhenTheDescriptionIsReplaced() {
        machines.load(ID, PLA, new LotId("machines-pla-1")).orThrow();

        machines.register(printer("New name")).orThrow();

        assertThat(machines.find(ID).orElseThrow().loaded())
                .contains(new Machine.Loaded(PLA, new LotId("machines-pla-1")));
        assertThat(machines.find(ID).orElseThrow().name()).isEqualTo("New name");
    }

    @Test
    void nothingIsLoadedOnAnUnknownMachine() {
        assertThat(slug(machines.load(new MachineId("nowhere"), PLA, new LotId("machines-pla-1"))))
                .isEqualTo("machine-unknown");
    }

    @Test
    void onlyALotThatIsHereIsLoadedAndOnlyAsWhatItIs() {
        machines.load(ID, PLA, new LotId("machines-pla-1")).orThrow();

        Result<Machine> unknown = machines.load(ID, PLA, new LotId("machines-pla-9"));
        Result<Machine> other = machines.load(ID, PETG, new LotId("machines-pla-2"));

        assertThat(slug(unknown)).isEqualTo("lot-not-here");
        assertThat(refusal(unknown).detail()).contains("'machines-pla-9'", "receive it first");
        assertThat(slug(other)).isEqualTo("lot-of-other-material");
        assertThat(refusal(other).detail()).contains("'machines-pla-2' is of pla, not of machines-petg");
        assertThat(slug(machines.register(
                        printer("New name").withLoaded(new Machine.Loaded(PLA, new LotId("machines-pla-9"))))))
                .isEqualTo("lot-not-here");
        Machine still = machines.find(ID).orElseThrow();
        assertThat(still.name()).isEqualTo("Old name");
        assertThat(still.loaded()).contains(new Machine.Loaded(PLA, new LotId("machines-pla-1")));
    }

    /** Each breaks one rule of a machine that is well otherwise. */
    static Stream<Arguments> oneRuleBroken() {
        Machine printer = printer("x");
        Machine laser = laser();
        Machine.Limits hot = printer.limits();
        Machine.Limits beam = laser.limits();
        return Stream.of(
                arguments(with(printer, new Envelope(0, 0, 0, -10, 210, 210)), "each axis"),
                arguments(with(printer, new Envelope(0, 0, 0, 250, 0, 210)), "each axis"),
                arguments(with(printer, new Envelope(0, 0, 0, 250, 210, -1)), "each axis"),
                arguments(with(printer, new Envelope(0, 0, 0, Double.NaN, 210, 210)), "each axis"),
                arguments(with(printer, new Envelope(20, 0, 0, 250, 210, 210)), "must hold its home"),
                arguments(with(laser, new Envelope(0, 0, 0, 30_000, 400, 0)), "at most 20000.0 mm"),
                arguments(with(laser, new Envelope(0, 0, 0, INFINITY, 400, 0)), "at most 20000.0 mm"),
                arguments(with(laser, new Envelope(30_000, 0, 0, 30_600, 400, 0)), "within 20000.0 mm of 0"),
                arguments(with(printer, new Limits(0, 110, 6000, 0, 120)), "nozzle"),
                arguments(with(printer, new Limits(600, 110, 6000, 0, 120)), "between 0 and 500.0 degrees"),
                arguments(with(printer, new Limits(250, -1, 6000, 0, 120)), "between 0 and 500.0 degrees"),
                arguments(with(printer, new Limits(250, INFINITY, 6000, 0, 120)), "between 0 and 500.0 degrees"),
                arguments(with(printer, new Limits(250, 110, 0, 0, 120)), "feed"),
                arguments(with(printer, new Limits(250, 110, INFINITY, 0, 120)), "feed"),
                arguments(with(printer, new Limits(250, 110, 6000, -1, 120)), "S word"),
                arguments(with(laser, new Limits(0, 0, -1, 1000, 60)), "feed"),
                arguments(with(laser, new Limits(0, 0, 6000, 0, 60)), "S word"),
                arguments(with(laser, new Limits(0, 0, 6000, INFINITY, 60)), "S word"),
                arguments(with(laser, new Limits(0, 0, 6000, 1000, -60)), "watts"),
                arguments(with(laser, new Limits(0, 0, 6000, 1000, INFINITY)), "watts"),
                arguments(with(laser, new Limits(0, 0, 6000, 1000, Double.NaN)), "watts"),
                arguments(machine(Process.PRINT, Dialect.GRBL, printer.envelope(), hot), "speaks MARLIN here"),
                arguments(machine(Process.LASER, Dialect.MARLIN, laser.envelope(), beam), "speaks GRBL here"),
                arguments(machine(Process.MILL, Dialect.MARLIN, laser.envelope(), beam), "speaks GRBL here"));
    }

    @ParameterizedTest
    @MethodSource("oneRuleBroken")
    void aMachineThatMakesNoSenseIsRefused(Machine machine, String why) {
        Result<Machine> result = machines.register(machine);

        assertThat(slug(result)).isEqualTo("machine-limits-invalid");
        assertThat(refusal(result).detail()).contains(why);
        assertThat(machines.find(ID).orElseThrow().name()).isEqualTo("Old name");
    }

    @Test
    void whatTheBrokenOnesWereMadeFromIsWell() {
        assertThat(machines.register(laser())).isEqualTo(Result.done(laser()));
    }

    @Test
    void oneMachineThatIsRegisteredTwiceAtOnceIsOneMachine() throws Exception {
        MachineId fresh = new MachineId("machines-test-" + ids.next().toString().substring(24));
        Machine like = printer("Twice");
        Machine twice = new Machine(
                fresh,
                like.name(),
                like.process(),
                like.dialect(),
                new AgentId("bench-8"),
                like.envelope(),
                like.limits(),
                Optional.empty());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Result<Machine>>> calls = Collections.nCopies(16, () -> machines.register(twice));
        for (Future<Result<Machine>> answer : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
            assertThat(answer.get()).isEqualTo(Result.done(twice));
        }
        threads.shutdown();

        assertThat(machines.find(fresh)).contains(twice);
    }

    @Test
    void aChangeIsToldAndAnotherReadingIsNot() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        LiveState idle = LiveState.unheard(now).with(LiveState.State.IDLE, true, "", now);
        machines.heard(ID, idle.with(LiveState.State.ALARM, false, "door", now));
        long before = changes.of(ID);

        machines.heard(ID, idle);
        assertThat(changes.of(ID)).isEqualTo(before + 1);
        machines.heard(ID, idle.with(LiveState.State.IDLE, true, "", now.plusSeconds(1)));
        assertThat(changes.of(ID)).isEqualTo(before + 1);
        machines.heard(ID, state -> state.with(LiveState.State.IDLE, false, "", now));

        assertThat(changes.of(ID)).isEqualTo(before + 2);
        assertThat(machines.live(ID).cleared()).isFalse();
        assertThat(machines.wasHeard(ID)).isTrue();
    }

    @Test
    void ofAMachineThatNothingWasHeardOfNothingIsKnown() {
        LiveState live = machines.live(new MachineId("never-heard"));

        assertThat(live.state()).isEqualTo(LiveState.State.UNKNOWN);
        assertThat(live.cleared()).isFalse();
        assertThat(live.fraction()).isZero();
        assertThat(machines.wasHeard(new MachineId("never-heard"))).isFalse();
    }

    @Test
    void anotherLoadIsAChange() {
        long before = changes.of(ID);

        machines.load(ID, PLA, new LotId("machines-pla-2")).orThrow();

        assertThat(changes.of(ID)).isEqualTo(before + 1);
    }

    private static Machine printer(String name) {
        return new Machine(
                ID,
                name,
                Process.PRINT,
                Machine.Dialect.MARLIN,
                new AgentId("bench-9"),
                new Machine.Envelope(-1.5, 0, 0, 250, 210, 210.25),
                new Machine.Limits(275, 110, 12_000, 0, 120.5),
                Optional.empty());
    }

    private static Machine laser() {
        return machine(
                Process.LASER, Dialect.GRBL, new Envelope(0, 0, 0, 600, 400, 0), new Limits(0, 0, 6000, 1000, 60));
    }

    private static Machine with(Machine machine, Envelope envelope) {
        return machine(machine.process(), machine.dialect(), envelope, machine.limits());
    }

    private static Machine with(Machine machine, Limits limits) {
        return machine(machine.process(), machine.dialect(), machine.envelope(), limits);
    }

    private static Machine machine(Process process, Dialect dialect, Envelope envelope, Limits limits) {
        return new Machine(ID, "x", process, dialect, new AgentId("bench-9"), envelope, limits, Optional.empty());
    }

    private static Refusal refusal(Result<Machine> result) {
        return result.fold(
                done -> {
                    throw new AssertionError("not refused: " + done);
                },
                refusal -> refusal);
    }

    private static String slug(Result<Machine> result) {
        return refusal(result).kind().slug();
    }
}
