package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.agent.domain.Admission;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.AttemptLines;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.RunOutcome;

/**
 * Takes one attempt from its offer to its end: program, answer on the disk, first byte, end on the disk. On the post's
 * thread only.
 */
final class AttemptService implements AutoCloseable {
    private static final Logger LOG = System.getLogger(AttemptService.class.getName());
    private static final long DISK_PAUSE_MILLIS = 1_000;
    private static final AttemptLines.Notes NO_NOTES = new AttemptLines.Notes() {
        @Override
        public void sending(int lines) {}

        @Override
        public void acknowledged(Progress progress) {}

        @Override
        public void close() {}
    };

    private final MachineSettings settings;
    private final Workplace place;
    private final AttemptJournal journal;
    private final Preparation preparation;
    private final MachineConnection connection;
    private final Readiness readiness;
    private final Patience closing = new Patience();

    /** Why the machine must not be given a program now, if it must not. */
    @FunctionalInterface
    interface Readiness {
        Optional<Answer.Refused> refusal();
    }

    AttemptService(MachineSettings settings, Workplace place, MachineConnection connection, Readiness readiness) {
        this.settings = settings;
        this.place = place;
        this.journal = place.journal();
        this.preparation = new Preparation(place.programs());
        this.connection = connection;
        this.readiness = readiness;
    }

    /** An agent that is stopping answers nothing any more: the assignment comes again. */
    void serve(AttemptRun run) {
        Assignment assignment = run.assignment();
        Duration patience = Duration.between(place.clocks().realNow(), assignment.expiresAt());
        Preparation.Result prepared = preparation.prepare(assignment.program(), settings.dialect(), patience);
        if (closing.isOver()) {
            return;
        }
        prepared.fold(
                        program -> admit(run, program),
                        refused -> refuse(run, expiry(run).orElse(refused)))
                .run();
    }

    private Optional<Answer.Refused> expiry(AttemptRun run) {
        return Admission.expiry(run.assignment(), place.clocks().realNow());
    }

    private Runnable refuse(AttemptRun run, Answer.Refused refused) {
        return () -> journal.refuse(run.assignment(), refused);
    }

    /** Time has passed since the offer, so what time can change is asked again. */
    private Runnable admit(AttemptRun run, SafeProgram program) {
        Optional<Answer.Refused> late = expiry(run).or(readiness::refusal);
        return late.map(refused -> refuse(run, refused)).orElse(() -> accept(run, program));
    }

    /** Once it is accepted it ends, whatever goes wrong here. */
    private void accept(AttemptRun run, SafeProgram program) {
        Assignment assignment = run.assignment();
        List<SafeProgram.Line> all = program.lines();
        int lines = all.get(all.size() - 1).number();
        journal.recalledBy(run.attempt())
                .ifPresent(by -> run.cancelBecause("cancelled by " + by + " before it was assigned"));
        journal.accept(assignment, lines);
        try {
            begin(run, program, lines);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the agent failed at attempt " + run.attempt(), e);
            Instant now = place.clocks().workshopNow();
            end(Ending.unbegun(assignment, lines, Outcome.FAILED, "the agent failed at it: " + e, now), false);
        }
    }

    private void begin(AttemptRun run, SafeProgram program, int lines) {
        Assignment assignment = run.assignment();
        Optional<String> cancelled = run.cancelReason();
        Optional<MachineDriver> driver = connection.driver();
        Instant now = place.clocks().workshopNow();
        if (cancelled.isPresent()) {
            end(Ending.unbegun(assignment, lines, Outcome.CANCELLED, cancelled.get(), now), true);
            return;
        }
        // Opened first: what stands in its way must not leave an attempt that was started and never ends.
        try (AttemptLines.Notes notes = notes(assignment, program)) {
            if (driver.isEmpty() || !started(run)) {
                end(Ending.unbegun(assignment, lines, Outcome.FAILED, "nothing was sent to the machine", now), true);
            } else {
                perform(
                        run,
                        new RunProgress(
                                run.attempt(), program, notes, place.clocks().workshop()),
                        program,
                        driver.get());
            }
        }
    }

    /** Without notes a run is as good; only after a crash it is not known how far it was. */
    private AttemptLines.Notes notes(Assignment assignment, SafeProgram program) {
        try {
            return place.lines().begin(assignment, program);
        } catch (DiskUnavailable e) {
            LOG.log(Level.ERROR, "the lines of " + assignment.attempt() + " cannot be noted", e);
            return NO_NOTES;
        }
    }

    private boolean started(AttemptRun run) {
        try {
            journal.start(run.attempt(), settings.machine(), connection.firmware());
            return true;
        } catch (DiskUnavailable e) {
            LOG.log(Level.ERROR, "attempt " + run.attempt() + " does not begin: the disk does not take it", e);
            return false;
        }
    }

    private void perform(AttemptRun run, RunProgress progress, SafeProgram program, MachineDriver driver) {
        Assignment assignment = run.assignment();
        Instant startedAt = place.clocks().workshopNow();
        int lines = progress.lastLine();
        run.running(progress, startedAt, lines);
        AttemptEnd end;
        boolean safe;
        try {
            RunOutcome outcome = driver.run(program, progress);
            end = Ending.of(assignment, outcome, lines, run.cancelReason(), settings.power());
            safe = !(outcome instanceof RunOutcome.Lost);
        } catch (RuntimeException e) {
            // A bug of ours must not leave a machine hot and an attempt open.
            LOG.log(Level.ERROR, "the driver of " + settings.machine() + " failed in a run", e);
            safe = driver.stop().observed();
            String reason = "the driver failed: " + e;
            end = Ending.lost(assignment, lines, reason, startedAt, progress.latest(), settings.power());
        }
        end(end, safe);
    }

    /** An end is a fact, so it is tried until the disk takes it; if the agent ends first, it tells it as interrupted. */
    private void end(AttemptEnd end, boolean safe) {
        while (true) {
            try {
                journal.end(end, safe);
                forgetLines(end);
                return;
            } catch (DiskUnavailable e) {
                LOG.log(Level.ERROR, "the end of attempt " + end.attempt() + " is not on the disk yet", e);
                if (closing.isOverWithin(DISK_PAUSE_MILLIS)) {
                    return;
                }
            }
        }
    }

    /** Nobody asks where to go on with what is whole or was not wanted. */
    private void forgetLines(AttemptEnd end) {
        if (end.outcome() == Outcome.COMPLETED || end.outcome() == Outcome.CANCELLED) {
            place.lines().dismiss(end.attempt());
        }
    }

    @Override
    public void close() {
        closing.end();
    }
}
