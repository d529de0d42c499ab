package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cosmofab.agent.domain.Admission;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.agent.journal.ProgressMark;
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

    private final MachineSettings settings;
    private final Workplace place;
    private final AttemptJournal journal;
    private final Preparation preparation;
    private final MachineConnection connection;
    private final Supplier<Optional<String>> notReady;
    private final Patience closing = new Patience();

    AttemptService(
            MachineSettings settings,
            Workplace place,
            MachineConnection connection,
            Supplier<Optional<String>> notReady) {
        this.settings = settings;
        this.place = place;
        this.journal = place.journal();
        this.preparation = new Preparation(place.programs());
        this.connection = connection;
        this.notReady = notReady;
    }

    /** An agent that is stopping answers nothing any more: the assignment comes again. */
    void serve(AttemptRun run) {
        Preparation.Result prepared = preparation.prepare(run.assignment().program(), settings.dialect());
        if (closing.isOver()) {
            return;
        }
        prepared.fold(program -> admit(run, program), refused -> refuse(run, refused))
                .run();
    }

    private Runnable refuse(AttemptRun run, Answer.Refused refused) {
        return () -> journal.refuse(run.assignment(), refused);
    }

    /** Time has passed since the offer, so what time can change is asked again. */
    private Runnable admit(AttemptRun run, SafeProgram program) {
        Optional<Answer.Refused> late = Admission.expiry(
                        run.assignment(), place.clocks().realNow())
                .or(() -> notReady.get().map(why -> new Answer.Refused(Refusal.MACHINE_UNREACHABLE, why)));
        return late.map(refused -> refuse(run, refused)).orElse(() -> accept(run, program));
    }

    private void accept(AttemptRun run, SafeProgram program) {
        Assignment assignment = run.assignment();
        List<SafeProgram.Line> all = program.lines();
        int lines = all.get(all.size() - 1).number();
        journal.recalledBy(run.attempt())
                .ifPresent(by -> run.cancelBecause("cancelled by " + by + " before it was assigned"));
        journal.accept(assignment, lines);
        Optional<String> cancelled = run.cancelReason();
        Optional<MachineDriver> driver = connection.driver();
        if (cancelled.isPresent()) {
            Instant now = place.clocks().workshopNow();
            end(Ending.unbegun(assignment, lines, Outcome.CANCELLED, cancelled.get(), now), true);
        } else if (driver.isEmpty() || !started(run)) {
            Instant now = place.clocks().workshopNow();
            end(Ending.unbegun(assignment, lines, Outcome.FAILED, "nothing was sent to the machine", now), true);
        } else {
            perform(run, program, lines, driver.get());
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

    private void perform(AttemptRun run, SafeProgram program, int lines, MachineDriver driver) {
        Assignment assignment = run.assignment();
        Instant startedAt = place.clocks().workshopNow();
        try (ProgressMark mark = ProgressMark.open(place.data(), settings.machine())) {
            RunProgress progress =
                    new RunProgress(run.attempt(), program, mark, place.clocks().workshop());
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
    }

    /** An end is a fact, so it is tried until the disk takes it; if the agent ends first, it tells it as interrupted. */
    private void end(AttemptEnd end, boolean safe) {
        while (true) {
            try {
                journal.end(end, safe);
                return;
            } catch (DiskUnavailable e) {
                LOG.log(Level.ERROR, "the end of attempt " + end.attempt() + " is not on the disk yet", e);
                if (closing.isOverWithin(DISK_PAUSE_MILLIS)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        closing.end();
    }
}
