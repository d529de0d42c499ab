package org.cosmofab.bridge.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cosmofab.bridge.testing.Eventually.holds;
import static org.cosmofab.bridge.testing.SamplePrograms.moves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.testing.Bench;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.wire.WireOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every driver promises, shown on a simulated machine of its dialect behind some kind of wire. */
@Timeout(60)
public abstract class MachineDriverContract {
    private static final int A_FEW = 60;
    private static final int MANY = 5000;
    private static final int QUICKLY = 3000;
    private static final int SLOWLY = 60;

    protected final ScaledClock clock = ScaledClock.startingNow(600);
    protected SimulatedFirmware firmware;
    protected Bench bench;
    protected MachineDriver driver;

    protected abstract Bench.Kind wire();

    protected abstract SimulatedFirmware newFirmware(ScaledClock workshop);

    protected abstract MachineDriver newDriver(WireOpener opener);

    /** A program of so many moves, each unlike any other. */
    protected abstract SafeProgram program(int moves, int feedMmPerMinute);

    private SafeProgram program(int moves) {
        return program(moves, QUICKLY);
    }

    @BeforeEach
    void setUp() {
        firmware = newFirmware(clock);
        bench = Bench.over(wire(), firmware);
        driver = newDriver(bench.opener());
    }

    @AfterEach
    void tearDown() {
        driver.close();
        bench.close();
    }

    @Test
    void tellsWhoAnswers() {
        FirmwareIdentity identity = driver.connect();

        assertThat(identity.dialect()).isNotEmpty();
        assertThat(identity.version()).isNotEmpty();
        assertThat(driver.connect()).isSameAs(identity);
        holds("idle", () -> driver.status().state() == State.IDLE);
    }

    @Test
    void runsEveryLineExactlyOnceAndInOrder() {
        driver.connect();
        SafeProgram program = program(A_FEW);

        RunOutcome outcome = driver.run(program, (done, total, status) -> {});

        assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(program));
        assertThat(outcome.facts().linesAcknowledged()).isEqualTo(program.size());
    }

    @Test
    void tellsFactsThatAreTrue() {
        driver.connect();

        RunFacts facts = driver.run(program(A_FEW), (done, total, status) -> {}).facts();

        assertThat(facts.extrudedMm()).isCloseTo(firmware.truth().extrudedMm(), within(1e-6));
        assertThat(facts.beamOnMm()).isCloseTo(firmware.truth().beamOnMm(), within(1e-6));
        assertThat(facts.extrudedMm() + facts.beamOnMm()).isPositive();
        assertThat(facts.endedAt()).isAfter(facts.startedAt());
        assertThat(facts.machineTime()).isPositive();
    }

    @Test
    void leavesNothingHotWhenItHasFinished() {
        driver.connect();

        driver.run(program(A_FEW), (done, total, status) -> {});

        assertThat(firmware.truth().heatersOn()).isFalse();
        assertThat(firmware.truth().beamOn()).isFalse();
    }

    @Test
    void tellsOfEachAcknowledgedLineInOrder() {
        driver.connect();
        SafeProgram program = program(A_FEW);
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());

        driver.run(program, (done, total, status) -> {
            assertThat(total).isEqualTo(program.size());
            told.add(done);
        });

        assertThat(told).isSorted();
        assertThat(told.stream().distinct().filter(done -> done > 0)).hasSize(program.size());
    }

    @Test
    void runsOneProgramAfterAnother() {
        driver.connect();

        RunOutcome first = driver.run(program(5), (done, total, status) -> {});
        RunOutcome second = driver.run(program(5), (done, total, status) -> {});

        assertThat(first).isInstanceOf(RunOutcome.Completed.class);
        assertThat(second).isInstanceOf(RunOutcome.Completed.class);
        assertThat(second.facts().extrudedMm()).isCloseTo(first.facts().extrudedMm(), within(1e-6));
    }

    @Test
    void refusesASecondRunWhileOneIsGoingOn() {
        CompletableFuture<RunOutcome> running = startLongRun();

        assertThatThrownBy(() -> driver.run(program(1), (done, total, status) -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(running).isNotDone();
    }

    @Test
    void refusesToRunWithoutAConnection() {
        assertThatThrownBy(() -> driver.run(program(1), (done, total, status) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("connect");
    }

    @Test
    void cancelsInTheMiddleAndLeavesTheMachineSafe() {
        CompletableFuture<RunOutcome> running = startLongRun();

        driver.cancel();

        assertThat(end(running)).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(firmware.truth().heatersOn()).isFalse();
        assertThat(firmware.truth().beamOn()).isFalse();
        holds("idle", () -> driver.status().state() == State.IDLE);
        assertThat(driver.run(program(3), (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void holdsAndGoesOn() {
        driver.connect();
        SafeProgram program = program(200, SLOWLY);
        AtomicBoolean paused = new AtomicBoolean();
        // The listener pauses it, so that it cannot be over before, however slow this thread is.
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> driver.run(program, (done, total, status) -> {
                    if (done > 20 && paused.compareAndSet(false, true)) {
                        driver.pause();
                    }
                }));

        holds("holding", () -> driver.status().state() == State.HOLDING);
        assertThat(running).isNotDone();
        driver.resume();

        assertThat(end(running)).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(program));
    }

    @Test
    void cancelsWhileItHolds() {
        CompletableFuture<RunOutcome> running = startLongRun();
        driver.pause();
        holds("holding", () -> driver.status().state() == State.HOLDING);

        driver.cancel();

        assertThat(end(running)).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(firmware.truth().heatersOn()).isFalse();
        assertThat(firmware.truth().beamOn()).isFalse();
    }

    @Test
    void stopsInTheMiddleAndSaysWhatShowedIt() {
        CompletableFuture<RunOutcome> running = startLongRun();

        StopReport report = driver.stop();

        assertThat(report.observed()).as(report.evidence()).isTrue();
        assertThat(report.evidence()).isNotEmpty();
        assertThat(end(running)).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(firmware.truth().heatersOn()).isFalse();
        assertThat(firmware.truth().beamOn()).isFalse();
    }

    @Test
    void stopNeverThrowsInAnyState() {
        assertThatCode(driver::stop).doesNotThrowAnyException();
        driver.connect();
        assertThatCode(driver::stop).doesNotThrowAnyException();
        assertThatCode(driver::stop).doesNotThrowAnyException();
        bench.cut();
        assertThatCode(driver::stop).doesNotThrowAnyException();
        driver.close();
        StopReport report = driver.stop();
        assertThat(report.observed()).isFalse();
        assertThat(report.evidence()).contains("switch");
    }

    @Test
    void saysThatContactIsLostWhenTheWireIsPulled() {
        CompletableFuture<RunOutcome> running = startLongRun();

        bench.cut();

        RunOutcome outcome = end(running);
        assertThat(outcome).isInstanceOf(RunOutcome.Lost.class);
        assertThat(outcome.facts().linesAcknowledged()).isPositive();
        holds("unreachable", () -> driver.status().state() == State.UNREACHABLE);
    }

    @Test
    void endsARunAsLostWhenItIsClosed() {
        CompletableFuture<RunOutcome> running = startLongRun();

        driver.close();

        assertThat(end(running)).isInstanceOf(RunOutcome.Lost.class);
    }

    @Test
    void controlsAreWithoutEffectWhenNothingRuns() {
        driver.connect();

        driver.pause();
        driver.resume();
        driver.cancel();

        assertThat(driver.run(program(3), (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void connectsAgainAfterItWasClosed() {
        driver.connect();
        driver.close();
        driver.close();

        driver.connect();

        assertThat(driver.run(program(3), (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void bringsToRestWhatAnEarlierOwnerLeftBehind() {
        CompletableFuture<RunOutcome> running = startLongRun();
        driver.close();
        end(running);

        MachineDriver next = newDriver(bench.opener());
        try {
            next.connect();

            assertThat(firmware.truth().heatersOn()).isFalse();
            assertThat(firmware.truth().beamOn()).isFalse();
            assertThat(next.run(program(3), (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
        } finally {
            next.close();
        }
    }

    @Test
    void makesAMachineReadyAgainThatWasStoppedAndLookedAt() {
        CompletableFuture<RunOutcome> running = startLongRun();
        driver.stop();
        end(running);
        person();

        holds("ready", () -> isClear());

        assertThat(driver.run(program(3), (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void keepsTheMachineSafeWhenTheListenerHasABug() {
        driver.connect();
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> driver.run(program(A_FEW), (d, t, s) -> {
                    if (d == 30) {
                        throw new IllegalArgumentException("a bug");
                    }
                }));

        assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("a bug");

        assertThat(firmware.truth().heatersOn()).isFalse();
        assertThat(firmware.truth().beamOn()).isFalse();
        holds("idle", () -> driver.status().state() == State.IDLE);
        assertThat(driver.run(program(3), (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
    }

    /** What a person does at a machine after a stop, besides looking. */
    protected void person() {}

    private boolean isClear() {
        try {
            return driver.clear().state() == State.IDLE;
        } catch (MachineUnreachable e) {
            return false;
        }
    }

    /** Starts a run that does not end by itself, and waits until it is well on its way. */
    protected CompletableFuture<RunOutcome> startLongRun() {
        driver.connect();
        SafeProgram program = program(MANY, SLOWLY);
        AtomicInteger acknowledged = new AtomicInteger();
        CompletableFuture<RunOutcome> running = CompletableFuture.supplyAsync(
                () -> driver.run(program, (done, total, status) -> acknowledged.set(done)));
        holds("some lines done", () -> acknowledged.get() > 20 || running.isDone());
        return running;
    }

    protected static RunOutcome end(CompletableFuture<RunOutcome> running) {
        return running.orTimeout(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
