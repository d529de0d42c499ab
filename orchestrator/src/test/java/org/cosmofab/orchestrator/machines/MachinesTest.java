package org.cosmofab.orchestrator.machines;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnEveryDatabase
class MachinesTest {
    private static final MachineId ID = new MachineId("machines-test-1");
    private static final MaterialId PLA = new MaterialId("pla");

    @Inject
    Machines machines;

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
        machines.load(ID, PLA, new LotId("pla-1")).orThrow();

        machines.register(printer("New name")).orThrow();

        assertThat(machines.find(ID).orElseThrow().loaded()).contains(new Machine.Loaded(PLA, new LotId("pla-1")));
        assertThat(machines.find(ID).orElseThrow().name()).isEqualTo("New name");
    }

    @Test
    void nothingIsLoadedOnAnUnknownMachine() {
        assertThat(slug(machines.load(new MachineId("nowhere"), PLA, new LotId("pla-1"))))
                .isEqualTo("machine-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "PRINT, 200, 10, 0, 250, 6000, 0, each axis",
        "PRINT, 0, 200, 0, 250, 6000, 0, each axis",
        "PRINT, 0, 200, 0, 0, 6000, 0, nozzle",
        "PRINT, 0, 200, 0, 250, 0, 0, feed",
        "LASER, 0, 200, 0, 0, 6000, 0, S word",
        "LASER, 0, 200, 0, 0, -1, 1000, feed",
        "PRINT, 20, 200, 0, 250, 6000, 0, must hold its home",
        "PRINT, 0, 200, 0, 600, 6000, 0, between 0 and 500.0 degrees",
        "LASER, 0, 30000, 0, 0, 6000, 1000, at most 20000.0 mm"
    })
    void limitsThatMakeNoSenseAreRefused(
            Process process,
            double minX,
            double maxX,
            double minY,
            double nozzle,
            double feed,
            double power,
            String why) {
        double maxY = minX == 0 && process == Process.PRINT && nozzle == 250 && feed == 6000 ? minY : minY + 100;
        Machine machine = new Machine(
                ID,
                "x",
                process,
                Machine.Dialect.MARLIN,
                new AgentId("bench-9"),
                new Machine.Envelope(minX, minY, 0, maxX, maxY, 100),
                new Machine.Limits(nozzle, 0, feed, power, 100),
                Optional.empty());

        Result<Machine> result = machines.register(machine);

        assertThat(slug(result)).isEqualTo("machine-limits-invalid");
        assertThat(refusal(result).detail()).contains(why);
        assertThat(machines.find(ID).orElseThrow().name()).isEqualTo("Old name");
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

        machines.load(ID, PLA, new LotId("pla-2")).orThrow();

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
