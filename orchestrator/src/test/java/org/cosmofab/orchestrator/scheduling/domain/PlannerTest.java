package org.cosmofab.orchestrator.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.LASER;
import static org.cosmofab.orchestrator.making.Samples.NOON;
import static org.cosmofab.orchestrator.making.Samples.PLA;
import static org.cosmofab.orchestrator.making.Samples.PLYWOOD;
import static org.cosmofab.orchestrator.making.Samples.PRINTER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.scheduling.Schedule.Waiting;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.MachineFacts;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Option;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Rank;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Wanted;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final MachineId SLOW = new MachineId("printer-2");

    @Test
    void theMachineThatFinishesFirstTakesIt() {
        Wanted shade = wanted(1, Map.of(PRINTER, takes(600), SLOW, takes(900)));

        Schedule schedule = plan(List.of(busy(PRINTER, 600), printer(SLOW, PLA, true)), shade);

        assertThat(schedule.placements()).containsExactly(placed(1, SLOW, 0, 900));
    }

    @Test
    void aTieGoesToTheFirstMachineByName() {
        Wanted shade = wanted(1, Map.of(PRINTER, takes(600), SLOW, takes(600)));

        Schedule schedule = plan(List.of(printer(SLOW, PLA, true), printer(PRINTER, PLA, true)), shade);

        assertThat(schedule.placements()).containsExactly(placed(1, PRINTER, 0, 600));
    }

    @Test
    void theOlderOrderGoesFirstAndHandlingLiesBetween() {
        Schedule schedule = plan(
                List.of(printer(PRINTER, PLA, true)),
                wanted(2, Map.of(PRINTER, takes(60))),
                wanted(1, Map.of(PRINTER, takes(600))));

        assertThat(schedule.placements()).containsExactly(placed(1, PRINTER, 0, 600), placed(2, PRINTER, 900, 960));
    }

    @Test
    void aPinnedOperationKeepsItsMachineBusy() {
        Placement pin = new Placement(
                new OperationId(new UUID(9, 9)), PRINTER, NOON.minusSeconds(60), NOON.plusSeconds(60), true);
        Snapshot snapshot = new Snapshot(
                NOON,
                Duration.ofSeconds(300),
                List.of(printer(PRINTER, PLA, true)),
                List.of(wanted(1, Map.of(PRINTER, takes(600)))),
                List.of(pin));

        assertThat(Planner.plan(snapshot).placements()).containsExactly(pin, placed(1, PRINTER, 360, 960));
    }

    @Test
    void withoutAMachineOfTheProcessThatIsSaid() {
        MachineFacts laser = new MachineFacts(LASER, Process.LASER, Optional.of(PLYWOOD), true, NOON);

        assertThat(waiting(List.of(laser), wanted(1, Map.of())))
                .isEqualTo(
                        new Waiting(Waiting.Code.NO_MACHINE_FOR_PROCESS, Map.of("part", "shade", "process", "PRINT")));
    }

    @Test
    void aMissingMaterialIsNamedWithWhatIsLoaded() {
        assertThat(waiting(List.of(printer(PRINTER, PLYWOOD, true)), wanted(1, Map.of())))
                .isEqualTo(new Waiting(
                        Waiting.Code.MATERIAL_NOT_LOADED,
                        Map.of("part", "shade", "machine", "printer-1", "material", "pla", "loaded", "plywood-4")));
    }

    @Test
    void aMachineOutOfReachIsNamedBeforeOneWithoutTheMaterial() {
        List<MachineFacts> machines = List.of(printer(PRINTER, PLYWOOD, true), printer(SLOW, PLA, false));

        Waiting waiting = waiting(machines, wanted(1, Map.of(SLOW, takes(60))));

        assertThat(waiting.code()).isEqualTo(Waiting.Code.MACHINE_OUT_OF_REACH);
        assertThat(waiting.facts()).containsEntry("machine", "printer-2");
    }

    @Test
    void whatThePreparationSaidIsHandedOn() {
        Waiting tooLarge = new Waiting(Waiting.Code.DOES_NOT_FIT, Map.of("part", "shade", "reason", "240 mm wide"));

        assertThat(waiting(
                        List.of(printer(PRINTER, PLA, true)),
                        wanted(1, Map.of(PRINTER, new Option.Impossible(tooLarge)))))
                .isEqualTo(tooLarge);
    }

    @Test
    void whatIsOnlyAskedForCountsOnAPersonToLoadTheMachine() {
        Wanted asked = new Wanted(id(1), new Rank(1, 0), "shade", Process.PRINT, PLA, true, Map.of(PRINTER, takes(60)));

        assertThat(plan(List.of(printer(PRINTER, PLYWOOD, false)), asked).placements())
                .containsExactly(placed(1, PRINTER, 0, 60));
    }

    @Test
    void aPromiseHasFifteenPerCentAndTenMinutesOfSlack() {
        assertThat(PromiseRule.promise(NOON, NOON.plusSeconds(6000))).isEqualTo(NOON.plusSeconds(6000 + 900 + 600));
    }

    private static Waiting waiting(List<MachineFacts> machines, Wanted wanted) {
        Schedule schedule = plan(machines, wanted);
        assertThat(schedule.placements()).isEmpty();
        return schedule.unplaced().get(wanted.id());
    }

    private static Schedule plan(List<MachineFacts> machines, Wanted... wanted) {
        return Planner.plan(new Snapshot(NOON, Duration.ofSeconds(300), machines, List.of(wanted), List.of()));
    }

    private static MachineFacts printer(MachineId id, MaterialId loaded, boolean reachable) {
        return new MachineFacts(id, Process.PRINT, Optional.of(loaded), reachable, NOON);
    }

    private static MachineFacts busy(MachineId id, long seconds) {
        return new MachineFacts(id, Process.PRINT, Optional.of(PLA), true, NOON.plusSeconds(seconds));
    }

    private static Option takes(long seconds) {
        return new Option.Takes(Duration.ofSeconds(seconds));
    }

    private static OperationId id(long n) {
        return new OperationId(new UUID(1, n));
    }

    private static Wanted wanted(long n, Map<MachineId, Option> options) {
        return new Wanted(id(n), new Rank(1000 + n, 0), "shade", Process.PRINT, PLA, false, options);
    }

    private static Placement placed(long n, MachineId machine, long start, long end) {
        return new Placement(id(n), machine, NOON.plusSeconds(start), NOON.plusSeconds(end), false);
    }
}
