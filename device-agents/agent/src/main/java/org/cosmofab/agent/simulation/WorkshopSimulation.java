package org.cosmofab.agent.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.time.VirtualClock;
import org.jspecify.annotations.Nullable;

/**
 * Twenty machines, their agent and their orchestrator for a week of workshop time, with faults that come of a seed:
 * the process ends at any operation of its disk, the power goes, the disk is full, cables are pulled, answers are lost, the
 * orchestrator is silent, assignments come twice and late. The same seed does the same again.
 */
public final class WorkshopSimulation {
    /** Machines of one workshop. */
    public static final int MACHINES = 20;

    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration CALM = Duration.ofHours(1);
    private static final int LINES = 60;

    private final long seed;
    private final Chance chance;
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-23T06:00:00Z"));
    private final Map<MachineId, SimulatedMachine> machines = new LinkedHashMap<>();
    private final SimulatedDisk disk;
    private final SimulatedLines lines = new SimulatedLines();
    private final SimulatedOrchestrator orchestrator;
    private final SimulatedAgent.World world;
    private @Nullable SimulatedAgent agent;
    private int crashes;
    private int notesWrong;

    /**
     * What came of a seed.
     *
     * @param startedTwice attempts that were begun although they had been begun before
     * @param falselyDone attempts told as completed that were not whole, or told as ended twice
     * @param eventsLost numbers left out or given twice, and accepted attempts of whose end nothing came
     * @param notesWrong times that the line notes claimed more than was done, or less than was sent
     */
    public record Report(
            long seed,
            int attempts,
            long completed,
            int crashes,
            int startedTwice,
            int falselyDone,
            int eventsLost,
            int notesWrong) {

        /** Whether all that must hold held. */
        public boolean holds() {
            return startedTwice + falselyDone + eventsLost + notesWrong == 0;
        }

        /** What does the same again. */
        public String command() {
            return "./cosmofab soak --seeds 1 --first " + seed;
        }
    }

    private WorkshopSimulation(long seed) {
        this.seed = seed;
        this.chance = new Chance(seed);
        this.disk = new SimulatedDisk(new Chance(seed + 1));
        for (int i = 1; i <= MACHINES; i++) {
            machines.put(new MachineId("machine-" + i), new SimulatedMachine());
        }
        this.orchestrator = new SimulatedOrchestrator(machines, clock);
        this.world = new SimulatedAgent.World(
                disk, lines, machines, new Clocks(clock, clock, () -> 0), orchestrator, program());
    }

    /** Lives through the week of a seed. */
    public static Report run(long seed) {
        return new WorkshopSimulation(seed).week();
    }

    private Report week() {
        long steps = WEEK.dividedBy(STEP);
        for (long i = 0; i < steps && holds(); i++) {
            befall();
            step();
        }
        calm();
        for (long i = 0; i < CALM.dividedBy(STEP) && holds(); i++) {
            step();
        }
        return new Report(
                seed,
                orchestrator.attempts(),
                orchestrator.completed(),
                crashes,
                twice(),
                orchestrator.falselyDone(),
                orchestrator.lost(),
                notesWrong);
    }

    private boolean holds() {
        return twice() + orchestrator.falselyDone() + notesWrong == 0;
    }

    private int twice() {
        return machines.values().stream().mapToInt(SimulatedMachine::twice).sum();
    }

    private void befall() {
        if (chance.oneIn(300)) {
            disk.crashWithin(12);
        }
        if (chance.oneIn(400)) {
            crash(false);
        }
        if (chance.oneIn(3_000)) {
            crash(true);
        }
        if (chance.oneIn(800)) {
            disk.full(true);
        } else if (chance.oneIn(5)) {
            disk.full(false);
        }
        if (chance.oneIn(200)) {
            orchestrator.cut(true);
        } else if (orchestrator.isCut() && chance.oneIn(30)) {
            connect();
        }
        for (SimulatedMachine machine : machines.values()) {
            if (chance.oneIn(2_000)) {
                machine.plugged(false);
            } else if (chance.oneIn(20)) {
                machine.plugged(true);
            }
        }
    }

    private void calm() {
        orchestrator.closeShop();
        disk.disarm();
        disk.full(false);
        machines.values().forEach(machine -> machine.plugged(true));
        connect();
    }

    private void connect() {
        orchestrator.cut(false);
        if (agent != null) {
            guarded(agent::connected);
        }
    }

    private void step() {
        clock.pass(STEP);
        if (agent == null) {
            guarded(() -> {
                agent = new SimulatedAgent(world, orchestrator);
                agent.connected();
            });
        }
        guarded(() -> with(SimulatedAgent::step));
        machines.values().forEach(machine -> machine.work(2));
        for (MachineId machine : machines.keySet()) {
            guarded(() -> with(it -> talkAbout(it, machine)));
        }
        if (!chance.oneIn(3)) {
            lines.syncAll();
        }
        if (!orchestrator.isCut() && !chance.oneIn(10)) {
            long upTo = orchestrator.commit();
            guarded(() -> with(it -> it.acknowledge(upTo)));
        }
        guarded(() -> with(SimulatedAgent::lookAgain));
    }

    private void talkAbout(SimulatedAgent to, MachineId machine) {
        if (orchestrator.isFree(machine) && chance.oneIn(4)) {
            to.clear(machine);
        }
        if (chance.oneIn(5_000)) {
            to.loseAnswer(machine);
        }
        @Nullable Assignment next = orchestrator.isCut() ? null : orchestrator.next(machine, chance);
        if (next != null) {
            to.assign(next);
        }
    }

    private void with(Consumer<SimulatedAgent> deed) {
        if (agent != null) {
            deed.accept(agent);
        }
    }

    /** A disk that takes nothing leaves things undone; a crash ends the process. */
    private void guarded(Runnable deed) {
        try {
            deed.run();
        } catch (DiskUnavailable e) {
            if (agent != null) {
                agent.forgetTasks();
            }
        } catch (Crash e) {
            crash(false);
        }
    }

    private void crash(boolean power) {
        crashes++;
        if (agent != null) {
            notesWrong += agent.wrongNotes();
        }
        agent = null;
        disk.disarm();
        if (power) {
            disk.losePower();
            lines.losePower();
            machines.values().forEach(SimulatedMachine::halt);
        }
    }

    private static SafeProgram program() {
        return Sanitiser.sanitise("G28\n" + "G1 X1\n".repeat(LINES - 1), Dialect.MARLIN)
                .fold(Sanitised.Safe::program, refused -> {
                    throw new IllegalStateException(refused.toString());
                });
    }
}
