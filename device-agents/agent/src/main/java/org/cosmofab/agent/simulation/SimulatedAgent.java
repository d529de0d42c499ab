package org.cosmofab.agent.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.agent.domain.Admission;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.Event;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.agent.domain.MachineFacts;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.domain.Use;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.AttemptLines;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.agent.journal.EventOutbox;
import org.cosmofab.agent.posts.Recovery;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.journal.LineRecord;

/** One process of an agent, without threads: the same steps in the same order as a post's, on the same journal. */
final class SimulatedAgent {
    private static final int LINES_PER_STEP = 6;

    private final AttemptJournal journal;
    private final EventOutbox outbox;
    private final SimulatedLines lines;
    private final Map<MachineId, SimulatedMachine> machines;
    private final Clocks clocks;
    private final SafeProgram program;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Map<MachineId, Run> runs = new HashMap<>();

    private static final class Run {
        private final Assignment assignment;
        private final AttemptLines.Notes notes;
        private final Instant startedAt;
        private int acknowledged;
        private boolean begun;
        private boolean deaf;

        Run(Assignment assignment, AttemptLines.Notes notes, Instant startedAt) {
            this.assignment = assignment;
            this.notes = notes;
            this.startedAt = startedAt;
        }
    }

    /** What outlives the process. */
    record World(
            SimulatedDisk disk,
            SimulatedLines lines,
            Map<MachineId, SimulatedMachine> machines,
            Clocks clocks,
            Event.Writer writer,
            SafeProgram program) {}

    SimulatedAgent(World world, Link link) {
        machines = world.machines();
        lines = world.lines();
        clocks = world.clocks();
        program = world.program();
        journal = new AttemptJournal(world.disk(), world.writer(), clocks);
        Recovery.endWhatIsOpen(journal, lines, List.of());
        outbox = new EventOutbox(journal, link, tasks::add);
        journal.whenTold(outbox::wake);
    }

    void connected() {
        outbox.connected();
        drain();
    }

    void lookAgain() {
        outbox.lookAgain();
        drain();
    }

    void acknowledge(long upTo) {
        outbox.acknowledge(upTo);
        drain();
    }

    private void drain() {
        Runnable task;
        while ((task = tasks.poll()) != null) {
            task.run();
        }
    }

    void clear(MachineId machine) {
        if (busyWith(machine).isEmpty()) {
            journal.clear(machine, clocks.realNow());
        }
    }

    void assign(Assignment a) {
        journal.see(a.machine(), a.fence());
        MachineFacts facts = new MachineFacts(
                true,
                journal.fence(a.machine()),
                busyWith(a.machine()),
                journal.cleared(a.machine()),
                notReady(a.machine()));
        Optional<KnownAttempt> known = journal.known(a.attempt());
        Runnable act = Admission.judge(a, known, facts, clocks.realNow())
                .fold(
                        () -> () -> begin(a),
                        () -> () -> {},
                        answer -> () -> journal.tell(answered(a, answer)),
                        refused -> () -> refuse(a, refused));
        act.run();
        drain();
    }

    private void refuse(Assignment a, Answer.Refused refused) {
        if (refused.code() == Refusal.ATTEMPT_KNOWN) {
            journal.tell(answered(a, refused));
        } else {
            journal.refuse(a, refused);
        }
    }

    private static Happening answered(Assignment a, Answer answer) {
        return answer.fold(
                () -> new Happening.AttemptAccepted(
                        a.attempt(), a.fence(), a.machine(), a.program().hash()),
                refused -> new Happening.AttemptRefused(a.attempt(), a.fence(), a.machine(), refused));
    }

    /** Accepted on the disk, started on the disk, first byte. */
    private void begin(Assignment a) {
        journal.accept(a, program.size());
        AttemptLines.Notes notes = lines.begin(a, program);
        Run run = new Run(a, notes, clocks.workshopNow());
        runs.put(a.machine(), run);
        try {
            journal.start(a.attempt(), a.machine(), "Simulated");
        } catch (DiskUnavailable e) {
            run.deaf = true;
            return;
        }
        run.begun = true;
        machine(a.machine()).begin(a.attempt(), program.size());
    }

    private Optional<AttemptId> busyWith(MachineId machine) {
        return journal.open().stream()
                .filter(open -> open.machine().equals(machine))
                .map(open -> open.attempt())
                .findFirst();
    }

    private Optional<String> notReady(MachineId machine) {
        if (!machine(machine).isPlugged()) {
            return Optional.of("nothing answers");
        }
        return journal.safe(machine) ? Optional.empty() : Optional.of("not known to be at rest");
    }

    /** Streams on every machine, and makes safe what may be moving. */
    void step() {
        for (Run run : new ArrayList<>(runs.values())) {
            try {
                step(run);
            } catch (DiskUnavailable e) {
                // An end is tried again until the disk takes it.
                run.deaf = true;
            }
        }
        for (Map.Entry<MachineId, SimulatedMachine> each : machines.entrySet()) {
            if (!journal.safe(each.getKey()) && each.getValue().isPlugged()) {
                makeSafe(each.getKey(), each.getValue());
            }
        }
        drain();
    }

    private void makeSafe(MachineId id, SimulatedMachine machine) {
        machine.halt();
        try {
            journal.madeSafe(id);
        } catch (DiskUnavailable e) {
            tasks.clear();
        }
    }

    private void step(Run run) {
        SimulatedMachine machine = machine(run.assignment.machine());
        if (run.deaf || !machine.isPlugged()) {
            end(run, Outcome.LOST, false);
            return;
        }
        for (int i = 0; i < LINES_PER_STEP && machine.hasRoom(); i++) {
            run.notes.sending(machine.given() + 1);
            machine.give();
        }
        machine.work(LINES_PER_STEP);
        if (machine.done() > run.acknowledged) {
            run.acknowledged = machine.done();
            run.notes.acknowledged(new Progress(
                    run.assignment.attempt(), run.acknowledged, run.acknowledged, 0, 0, clocks.workshopNow()));
        }
        if (run.acknowledged == program.size()) {
            end(run, Outcome.COMPLETED, true);
        }
    }

    /** What waited to be done is done after the next event. */
    void forgetTasks() {
        tasks.clear();
    }

    /** Running attempts whose notes claim more than was acknowledged, or less than was sent. */
    int wrongNotes() {
        int wrong = 0;
        for (Run run : runs.values()) {
            SimulatedMachine machine = machine(run.assignment.machine());
            boolean right = run.deaf
                    || !run.begun
                    || lines.record(run.assignment.attempt())
                            .map(LineRecord::position)
                            .filter(at -> at.acknowledged() == run.acknowledged && at.sent() >= machine.given())
                            .isPresent();
            wrong += right ? 0 : 1;
        }
        return wrong;
    }

    /** The answer to a line is lost, and the run with it. */
    void loseAnswer(MachineId machine) {
        Run run = runs.get(machine);
        if (run != null) {
            run.deaf = true;
        }
    }

    private void end(Run run, Outcome outcome, boolean safe) {
        Assignment a = run.assignment;
        Use use = new Use(run.startedAt, clocks.workshopNow(), Duration.ZERO, run.acknowledged, 0, 0, 0);
        journal.end(new AttemptEnd(a.attempt(), a.machine(), outcome, run.acknowledged, program.size(), "", use), safe);
        run.notes.close();
        runs.remove(a.machine());
        if (outcome == Outcome.COMPLETED) {
            lines.dismiss(a.attempt());
        }
    }

    private SimulatedMachine machine(MachineId id) {
        return Optional.ofNullable(machines.get(id)).orElseThrow();
    }
}
