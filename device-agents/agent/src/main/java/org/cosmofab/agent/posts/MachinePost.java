package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cosmofab.agent.domain.AcceptedAttempt;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.MachineFacts;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.domain.Telemetry;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.StopReport;
import org.jspecify.annotations.Nullable;

/**
 * One machine and the thread that owns its driver. Assignments are offered by one thread; everything else may be called
 * from any, and returns at once.
 */
public final class MachinePost implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MachinePost.class.getName());
    private static final long LOOK_MILLIS = 250;
    private static final long PAUSE_MIN_MILLIS = 500;
    private static final long PAUSE_MAX_MILLIS = 10_000;
    private static final long FAREWELL_MILLIS = 15_000;

    private final MachineSettings settings;
    private final Workplace place;
    private final MachineConnection connection;
    private final AttemptService service;
    private final Controls controls;
    private final Thread thread;
    private final BlockingQueue<AttemptRun> offers = new ArrayBlockingQueue<>(1);
    /** Set by the one thread that offers, put back by the post's own. */
    private final AtomicReference<@Nullable AttemptRun> current = new AtomicReference<>();

    private volatile boolean closing;
    private final CompletableFuture<Void> tried = new CompletableFuture<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile String note = "";
    /** Stops that are not in the journal yet. */
    private final AtomicInteger stopping = new AtomicInteger();

    private boolean troubled;
    private long nextTryNanos;
    private long pauseMillis = PAUSE_MIN_MILLIS;

    public MachinePost(MachineSettings settings, Workplace place) {
        this.settings = settings;
        this.place = place;
        this.connection = new MachineConnection(settings, place.clocks().workshop());
        this.service = new AttemptService(settings, place, connection, this::refusal);
        this.controls = new Controls(settings.machine());
        this.thread = new Thread(this::work, "post-" + settings.machine());
    }

    public void start() {
        thread.start();
    }

    /** Ends when the machine was tried to be connected for the first time, with or without success. */
    public CompletableFuture<Void> tried() {
        return tried;
    }

    public MachineId machine() {
        return settings.machine();
    }

    /** What admission judges by. */
    public MachineFacts facts() {
        return new MachineFacts(true, place.journal().fence(machine()), busyWith(), isCleared(), notReady());
    }

    /** A stop counts from the moment it is asked for, though the journal has it only when its effect was looked for. */
    private boolean isCleared() {
        return stopping.get() == 0 && place.journal().cleared(machine());
    }

    /** Takes an assignment that admission lets prepare; the answer goes into the journal. */
    public void offer(Assignment assignment) {
        AttemptRun run = new AttemptRun(assignment);
        if (busyWith().isPresent()) {
            throw new IllegalStateException(machine() + " was offered an attempt while it has one");
        }
        current.set(run);
        offers.add(run);
    }

    /**
     * The attempt that keeps the machine from others. One whose end or refusal the journal has is told already, so it no
     * longer does, even while this post is putting its things away. One that is open in the journal always does.
     */
    private Optional<AttemptId> busyWith() {
        return Optional.ofNullable(current.get())
                .map(AttemptRun::attempt)
                .filter(attempt -> !place.journal().isOver(attempt))
                .or(() -> place.journal().open().stream()
                        .filter(open -> open.machine().equals(machine()))
                        .map(AcceptedAttempt::attempt)
                        .findFirst());
    }

    /** The attempt on this post, if it is this one; its answer may already be in the journal. */
    public Optional<KnownAttempt> underway(AttemptId attempt) {
        return on(attempt).map(AttemptRun::asKnown);
    }

    /** The last acknowledged line of an attempt on this post. */
    public Optional<Integer> line(AttemptId attempt) {
        return on(attempt).map(AttemptRun::line);
    }

    /** Whether it was this post's affair. */
    public boolean cancel(AttemptId attempt, String reason) {
        Optional<AttemptRun> run = on(attempt);
        run.ifPresent(r -> end(r, reason));
        return run.isPresent();
    }

    public void pause(AttemptId attempt) {
        control(attempt, MachineDriver::pause);
    }

    public void resume(AttemptId attempt) {
        control(attempt, MachineDriver::resume);
    }

    /** Lifts what the firmware latched, then believes the word, unless an attempt is here; told either way. */
    public void clear(String by, Instant sentAt) {
        controls.inTurn(() -> {
            if (busyWith().isPresent()) {
                tell("not cleared by " + by + ": an attempt is on it");
                return;
            }
            connection.driver().ifPresent(driver -> Controls.lift(machine(), driver));
            boolean believed = place.journal().clear(machine(), sentAt);
            tell(believed ? "cleared by " + by : "not cleared: used since " + by + " looked; have another look");
        });
    }

    /** Stops the machine at once, beside whatever else is asked of it. */
    public void stop(String by) {
        String reason = "stopped by " + by;
        stopping.incrementAndGet();
        Optional<AttemptRun> run = Optional.ofNullable(current.get());
        run.ifPresent(r -> r.stopBecause(reason));
        controls.atOnce(() -> {
            try {
                stopAndTell(reason);
            } finally {
                stopping.decrementAndGet();
            }
            // It may have begun while the machine was being stopped.
            run.ifPresent(r -> end(r, reason));
        });
    }

    private void stopAndTell(String reason) {
        StopReport report = connection
                .driver()
                .map(MachineDriver::stop)
                .orElse(new StopReport(false, Duration.ZERO, "not connected; use its own switch"));
        String seen = reason + (report.observed() ? ", seen to stop: " : ", NOT seen to stop: ") + report.evidence();
        LOG.log(Level.WARNING, "{0} {1}", machine(), seen);
        place.journal().stopped(machine(), report.observed());
        tell(seen);
    }

    /** Grows with each end, clearing and stop, so that none goes untold when the machine is soon as it was before. */
    public int turn() {
        return turn.get();
    }

    /** The machine as it is shown. */
    public MachineView view() {
        MachineStatus status = connection.status();
        return new MachineView(
                machine(),
                settings.process(),
                settings.dialect().name().toLowerCase(Locale.ROOT),
                status.state(),
                status.detail().isEmpty() ? note : status.detail(),
                isCleared());
    }

    /** The moment, if there is anything to show. */
    public Optional<Telemetry> telemetry() {
        return connection
                .driver()
                .map(driver -> new Telemetry(
                        machine(),
                        place.clocks().workshopNow(),
                        driver.status(),
                        Optional.ofNullable(current.get()).flatMap(AttemptRun::view)));
    }

    /** Ends a running attempt cleanly as cancelled, gives the port back and ends the thread; blocks while it does. */
    @Override
    public void close() {
        closing = true;
        service.close();
        Optional.ofNullable(current.get()).ifPresent(run -> end(run, "agent stopped"));
        join(FAREWELL_MILLIS);
        // A stop halts many a machine until a person switches it, so only what really runs is stopped.
        if (thread.isAlive()
                && Optional.ofNullable(current.get())
                        .filter(AttemptRun::isRunning)
                        .isPresent()) {
            LOG.log(Level.ERROR, "{0} does not end its attempt; it is stopped", machine());
            connection.driver().ifPresent(MachineDriver::stop);
            join(FAREWELL_MILLIS);
        }
        connection.drop("the agent stopped");
        controls.close();
    }

    private void work() {
        while (!closing) {
            try {
                tend();
                tried.complete(null);
                AttemptRun run = next();
                if (run != null) {
                    serve(run);
                }
            } catch (RuntimeException e) {
                // Whatever it was, the machine must not be left without anybody who looks after it.
                LOG.log(Level.ERROR, machine() + " is looked after again after a failure", e);
            }
        }
        tried.complete(null);
    }

    private void serve(AttemptRun run) {
        try {
            service.serve(run);
        } catch (DiskUnavailable e) {
            LOG.log(Level.ERROR, "attempt " + run.attempt() + " stays unanswered: the disk does not take it", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the agent failed at attempt " + run.attempt(), e);
        } finally {
            current.compareAndSet(run, null);
            run.finish();
            // What a stop was seen to do is told by whoever stopped.
            tell(run.isStopped() ? note : "");
        }
    }

    /** Keeps the machine connected, and brings it to rest if it may still be moving. */
    private void tend() {
        if (troubled && place.clocks().ticker().nanos() - nextTryNanos < 0) {
            return;
        }
        troubled = !isWellTended();
        if (troubled) {
            nextTryNanos = place.clocks().ticker().nanos() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
            pauseMillis = Math.min(PAUSE_MAX_MILLIS, 2 * pauseMillis);
        } else {
            pauseMillis = PAUSE_MIN_MILLIS;
        }
    }

    private boolean isWellTended() {
        try {
            return connection.ensure() && makeSafe().isEmpty();
        } catch (DiskUnavailable e) {
            LOG.log(Level.ERROR, machine() + " waits for the agent's disk", e);
            tellOnce("the agent's disk does not take what must be kept; make room on it: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the agent failed at " + machine(), e);
            connection.drop("the agent failed at it: " + e + "; see the agent's log, switch the machine off and on");
            place.changed().run();
        }
        return false;
    }

    private Optional<String> makeSafe() {
        if (place.journal().safe(machine())) {
            return Optional.empty();
        }
        Optional<String> trouble =
                connection.driver().flatMap(driver -> SafeState.reach(driver, settings.dialect(), controls.inTurn()));
        if (trouble.isEmpty()) {
            place.journal().madeSafe(machine());
            tell("at rest again after an attempt of which nobody knew the end");
        } else {
            connection.drop("not seen to stop after its last attempt, use its own switch: " + trouble.get());
            place.changed().run();
        }
        return trouble;
    }

    private void tell(String what) {
        note = what;
        turn.incrementAndGet();
        place.changed().run();
    }

    private void tellOnce(String what) {
        if (!note.equals(what)) {
            tell(what);
        }
    }

    private @Nullable AttemptRun next() {
        try {
            return offers.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
            return null;
        }
    }

    private Optional<Answer.Refused> refusal() {
        return isCleared()
                ? notReady().map(why -> new Answer.Refused(Refusal.MACHINE_UNREACHABLE, why))
                : Optional.of(new Answer.Refused(
                        Refusal.MACHINE_NOT_CLEARED, machine() + " was stopped, and nobody has cleared it since"));
    }

    private Optional<String> notReady() {
        MachineStatus status = connection.status();
        if (closing) {
            return Optional.of("the agent is stopping");
        }
        if (status.state() == MachineStatus.State.UNREACHABLE) {
            return Optional.of("nothing answers at " + settings.place() + ": " + status.detail());
        }
        if (!place.journal().safe(machine())) {
            return Optional.of(machine() + " is not known to be at rest after its last attempt");
        }
        if (status.state() != MachineStatus.State.IDLE) {
            String state = status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return Optional.of(machine() + " is not idle but " + state + " " + status.detail());
        }
        return Optional.empty();
    }

    private void end(AttemptRun run, String reason) {
        run.cancelBecause(reason);
        controls.inTurn(() -> {
            do {
                connection.driver().filter(driver -> run.isRunning()).ifPresent(MachineDriver::cancel);
            } while (!run.isOverWithin(LOOK_MILLIS));
        });
    }

    private void control(AttemptId attempt, Consumer<MachineDriver> control) {
        controls.inTurn(() -> on(attempt)
                .filter(AttemptRun::isRunning)
                .flatMap(run -> connection.driver())
                .ifPresent(control));
    }

    private Optional<AttemptRun> on(AttemptId attempt) {
        return Optional.ofNullable(current.get()).filter(run -> run.attempt().equals(attempt));
    }

    private void join(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
