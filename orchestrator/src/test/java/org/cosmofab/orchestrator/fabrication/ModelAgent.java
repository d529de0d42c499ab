package org.cosmofab.orchestrator.fabrication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outcome;
import org.cosmofab.orchestrator.fabrication.domain.RefusalCode;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;

/** An agent as device-agents/wire describes it, in virtual time: what stands on its disk outlives its death, the rest does not. */
final class ModelAgent {
    private static final int LINES = 1000;

    final AgentId id;
    private final VirtualTime time;
    private final Random random;
    private final Duration ahead;
    private final Workpieces workpieces;
    private final Runnable newEvent;

    // On disk.
    private final Map<AttemptId, AgentReport.What> answers = new HashMap<>();
    private final Map<AttemptId, MachineId> open = new LinkedHashMap<>();
    private final Set<AttemptId> ended = new LinkedHashSet<>();
    private final Map<MachineId, Long> fences = new HashMap<>();
    private final Set<MachineId> cleared = new HashSet<>();
    private final Set<AttemptId> calledOff = new HashSet<>();
    private final List<AgentReport> unacknowledged = new ArrayList<>();
    private final Map<AttemptId, AgentReport.Ended> endings = new HashMap<>();
    private long sequence;

    // In memory.
    private boolean up = true;
    private int life;
    private final Set<AttemptId> started = new HashSet<>();

    /** What really happens at the machines. */
    interface Workpieces {
        void start(AttemptId attempt);

        void stop(AttemptId attempt, boolean made);

        boolean faultless();
    }

    ModelAgent(AgentId id, VirtualTime time, Random random, Duration ahead, Workpieces workpieces, Runnable newEvent) {
        this.id = id;
        this.time = time;
        this.random = random;
        this.ahead = ahead;
        this.workpieces = workpieces;
        this.newEvent = newEvent;
    }

    boolean isUp() {
        return up;
    }

    List<AgentReport> unacknowledged() {
        return List.copyOf(unacknowledged);
    }

    Map<AttemptId, AgentReport.Ended> endings() {
        return endings;
    }

    boolean isCleared(MachineId machine) {
        return cleared.contains(machine);
    }

    boolean has(AttemptId attempt) {
        return open.containsKey(attempt);
    }

    boolean isBusy(MachineId machine) {
        return open.containsValue(machine);
    }

    void hear(Command command) {
        if (command.what() instanceof Command.Assign assign) {
            assign(command, assign);
        } else if (command.what() instanceof Command.Cancel cancel) {
            cancel(cancel.attempt());
        } else if (command.what() instanceof Command.Clear clear) {
            cleared.add(clear.machine());
            emitMachine(clear.machine());
        }
    }

    void acknowledge(long upTo) {
        unacknowledged.removeIf(event -> event.sequence() <= upTo);
    }

    void report() {
        List<AgentReport.OpenAttempt> all = open.keySet().stream()
                .map(attempt -> new AgentReport.OpenAttempt(attempt, started.contains(attempt) ? 1 : 0))
                .toList();
        emit(new AgentReport.Known(all, ended));
    }

    void die() {
        up = false;
        life++;
        started.forEach(attempt -> workpieces.stop(attempt, false));
        started.clear();
        time.after(Duration.ofMillis(1000 + random.nextInt(20_000)), this::rise);
    }

    private void rise() {
        up = true;
        for (AttemptId attempt : List.copyOf(open.keySet())) {
            end(attempt, Outcome.INTERRUPTED);
        }
    }

    private void assign(Command command, Command.Assign assign) {
        AgentReport.What known = answers.get(assign.attempt());
        if (known == null) {
            Optional<RefusalCode> no = obstacle(command, assign);
            known = no.<AgentReport.What>map(code -> new AgentReport.Refused(assign.attempt(), code, ""))
                    .orElseGet(() -> new AgentReport.Accepted(assign.attempt()));
            answers.put(assign.attempt(), known);
            fences.merge(assign.machine(), assign.fence(), Math::max);
            if (no.isEmpty()) {
                open.put(assign.attempt(), assign.machine());
            }
            emit(known);
            if (no.isEmpty()) {
                begin(assign.attempt());
            }
        } else {
            emit(known);
        }
    }

    private Optional<RefusalCode> obstacle(Command command, Command.Assign assign) {
        if (time.real(ahead).isAfter(command.expiresAt())) {
            return Optional.of(RefusalCode.EXPIRED);
        }
        if (assign.fence() < fences.getOrDefault(assign.machine(), 0L)) {
            return Optional.of(RefusalCode.FENCED_OFF);
        }
        if (open.containsValue(assign.machine())) {
            return Optional.of(RefusalCode.MACHINE_BUSY);
        }
        return cleared.contains(assign.machine()) ? Optional.empty() : Optional.of(RefusalCode.MACHINE_NOT_CLEARED);
    }

    private void begin(AttemptId attempt) {
        if (calledOff.contains(attempt)) {
            end(attempt, Outcome.CANCELLED);
            return;
        }
        later(5_000, () -> {
            if (open.containsKey(attempt)) {
                started.add(attempt);
                emit(new AgentReport.Started(attempt, "model"));
                workpieces.start(attempt);
                later(60_000, () -> finish(attempt));
            }
        });
    }

    private void finish(AttemptId attempt) {
        if (!open.containsKey(attempt)) {
            return;
        }
        int dice = workpieces.faultless() ? 0 : random.nextInt(10);
        end(attempt, dice < 7 ? Outcome.COMPLETED : dice < 8 ? Outcome.FAILED : Outcome.LOST);
    }

    private void cancel(AttemptId attempt) {
        if (open.containsKey(attempt)) {
            end(attempt, Outcome.CANCELLED);
        } else {
            calledOff.add(attempt);
        }
    }

    private void end(AttemptId attempt, Outcome outcome) {
        MachineId machine = open.remove(attempt);
        ended.add(attempt);
        cleared.remove(machine);
        boolean moved = started.remove(attempt);
        if (moved && outcome == Outcome.LOST) {
            // Out of sight, it moves for a while yet.
            time.after(Duration.ofMillis(random.nextInt(30_000)), () -> workpieces.stop(attempt, false));
        } else if (moved) {
            workpieces.stop(attempt, outcome == Outcome.COMPLETED);
        }
        AgentReport.Facts facts = new AgentReport.Facts(
                time.workshop(ahead), time.workshop(ahead), 1 + random.nextInt(10_000), LINES, 7, 0, 0, false);
        AgentReport.Ended ending = new AgentReport.Ended(attempt, outcome, LINES, LINES, "", facts);
        endings.put(attempt, ending);
        emit(ending);
        emitMachine(machine);
    }

    private void emitMachine(MachineId machine) {
        emit(new AgentReport.MachineState(machine, LiveState.State.IDLE, "", cleared.contains(machine)));
    }

    private void emit(AgentReport.What what) {
        sequence += 1 + random.nextInt(3);
        unacknowledged.add(new AgentReport(id, sequence, time.workshop(ahead), what));
        newEvent.run();
    }

    /** In this life, if it lasts that long. */
    private void later(int withinMillis, Runnable what) {
        int thisLife = life;
        time.after(Duration.ofMillis(random.nextInt(withinMillis)), () -> {
            if (life == thisLife) {
                what.run();
            }
        });
    }
}
