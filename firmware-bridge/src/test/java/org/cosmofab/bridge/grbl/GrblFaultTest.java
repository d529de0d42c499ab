package org.cosmofab.bridge.grbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cosmofab.bridge.testing.Eventually.holds;
import static org.cosmofab.bridge.testing.SamplePrograms.moves;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.simulated.Faults;
import org.cosmofab.bridge.simulated.GrblProfile;
import org.cosmofab.bridge.simulated.SimulatedGrbl;
import org.cosmofab.bridge.testing.Bench;
import org.cosmofab.bridge.testing.Conversation;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.testing.StuckWire;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.WireOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of each fault that a Grbl board or its wire can have. */
@Timeout(60)
class GrblFaultTest {
    private static final SafeProgram PROGRAM = SamplePrograms.cut(60);
    /** Stands once in the program, in its middle. */
    private static final String SOMEWHERE = "X10.30Y";

    private final ScaledClock clock = ScaledClock.startingNow(200);
    private final SimulatedGrbl firmware =
            new SimulatedGrbl(clock, GrblProfile.laserCutter().withSoftLimits());
    private final Bench bench = Bench.memory(firmware);
    private final GrblDriver driver = new GrblDriver(bench.opener(), clock, Ticker.system(), GrblDriverContract.QUICK);

    @BeforeEach
    void setUp() {
        driver.connect();
    }

    @AfterEach
    void tearDown() {
        driver.close();
        bench.close();
    }

    /** Grbl counts nothing, so what the wire loses or doubles can be seen but not mended. */
    static List<Named<Loss>> losses() {
        return List.of(
                Named.of("lost ok", new Loss(Faults.Occasion::loseOk, "never came")),
                Named.of("lost line", new Loss(Faults.Occasion::loseLine, "never came")),
                // One line too many is on its way then, and what overflows the buffer is damaged.
                Named.of("doubled ok", new Loss(Faults.Occasion::doubleOk, "")),
                Named.of("damaged line", new Loss(Faults.Occasion::corruptLine, "error:1: a word does not begin")));
    }

    record Loss(Consumer<Faults.Occasion> fault, String reason) {}

    @ParameterizedTest
    @MethodSource("losses")
    void failsSafelyAndNeverGuessesAfterA(Loss loss) {
        loss.fault().accept(firmware.faults().atLine(SOMEWHERE));

        assertThat(run())
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains(loss.reason()));

        assertThat(firmware.faults().areArmed()).isFalse();
        assertThat(moves(firmware.truth().executed())).doesNotHaveDuplicates();
        assertThat(firmware.truth().beamOn()).isFalse();
        holds("idle", () -> driver.status().state() == State.IDLE);
    }

    @Test
    void neverSendsMoreThanTheBoardCanHold() {
        SafeProgram slow = SamplePrograms.cut(60, 300);

        assertThat(driver.run(slow, (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(slow));
    }

    @Test
    void failsWhenThereWereMoreAcknowledgementsThanLines() {
        firmware.faults().atLine("X10.60Y").doubleOk();

        assertThat(run())
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("too many"));
    }

    @Test
    void waitsForALateAnswer() {
        firmware.faults().atLine(SOMEWHERE).answerLate(Duration.ofMillis(900));

        assertThat(run()).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(PROGRAM));
    }

    @Test
    void failsAtTheLineThatIsRefusedAndExplainsWhy() {
        SafeProgram program =
                SamplePrograms.safe("G21 G90\nM4 S300\n(a comment)\nG1 X5 F600\nG64\nG1 X6\n", Dialect.GRBL);

        assertThat(driver.run(program, (done, total, status) -> {}))
                .isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
                    assertThat(failed.line()).isEqualTo(5);
                    assertThat(failed.reason())
                            .contains("error:20")
                            .contains("not supported")
                            .contains("G64");
                });
        assertThat(firmware.truth().beamOn()).isFalse();
    }

    @Test
    void failsWhenTheBoardRestarts() {
        firmware.faults().atLine(SOMEWHERE).restartMidRun();

        assertFailed("restarted");
        assertThat(driver.run(PROGRAM, (done, total, status) -> {})).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void failsAtALimitSwitchAndNeedsAPersonBeforeItRunsAgain() {
        firmware.faults().atLine(SOMEWHERE).thermalRunaway();

        assertFailed("ALARM:1");
        holds("alarm", () -> driver.status().state() == State.ALARM);
        assertThat(run()).isInstanceOf(RunOutcome.Failed.class);

        assertThat(driver.clear().state()).isEqualTo(State.IDLE);

        assertThat(run()).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void failsWhenAMoveWouldLeaveTheTravel() {
        SafeProgram program = SamplePrograms.safe("G21 G90\nM4 S300\nG1 X5 F600\nG1 X9999\nG1 X6\n", Dialect.GRBL);

        assertThat(driver.run(program, (done, total, status) -> {}))
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed ->
                                assertThat(failed.reason()).contains("ALARM:2").contains("travel"));
        assertThat(firmware.truth().beamOn()).isFalse();
        assertThat(firmware.truth().executed()).doesNotContain("G1X6");
    }

    @Test
    void isLostWhenTheFirmwareHangs() {
        firmware.faults().atLine(SOMEWHERE).silence();

        assertThat(run())
                .isInstanceOfSatisfying(
                        RunOutcome.Lost.class, lost -> assertThat(lost.reason()).contains("nothing heard"));
    }

    @Test
    void isLostWhenAStopIsNotConfirmed() {
        firmware.faults().atLine(SOMEWHERE).silence();
        CompletableFuture<RunOutcome> running = start();
        holds("hangs", () -> !firmware.faults().areArmed());

        assertThat(driver.stop().observed()).isFalse();

        assertThat(end(running)).isInstanceOf(RunOutcome.Lost.class);
    }

    /** Somebody else's write never ends, so that nothing can be sent any more, not even the last reset. */
    @Test
    void isLostWhenTheWireTakesNothingAnyMore() {
        AtomicReference<StuckWire> wire = new AtomicReference<>();
        WireOpener stuck = () -> {
            wire.set(new StuckWire(bench.opener().open()));
            return wire.get();
        };
        driver.close();
        try (GrblDriver host = new GrblDriver(stuck, clock, Ticker.system(), GrblDriverContract.QUICK)) {
            host.connect();

            RunOutcome outcome = host.run(SamplePrograms.cut(600, 300), (done, total, status) -> {
                if (done > 20) {
                    wire.get().stick();
                }
            });

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            RunOutcome.Lost.class,
                            lost -> assertThat(lost.reason()).contains("takes no bytes"));
        }
    }

    @Test
    void isLostWhenTheWireIsPulled() {
        firmware.faults().atLine(SOMEWHERE).unplug();

        assertThat(run()).isInstanceOf(RunOutcome.Lost.class);
        assertThat(driver.status().state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void waitsWhileAPersonHoldsTheMachine() {
        firmware.faults().atLine(SOMEWHERE).waitForPerson();
        CompletableFuture<RunOutcome> running = start();
        holds("holding", () -> driver.status().state() == State.HOLDING);

        driver.resume();

        assertThat(end(running)).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(PROGRAM));
    }

    @Test
    void cancelsAMachineThatNeverGetsDone() {
        firmware.faults().atLine(SOMEWHERE).busyForever();
        CompletableFuture<RunOutcome> running = start();
        holds("stuck", () -> !firmware.faults().areArmed());

        driver.cancel();

        assertThat(end(running)).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(firmware.truth().beamOn()).isFalse();
    }

    @Test
    void waitsForAPersonAtAProgramStop() {
        SafeProgram program = SamplePrograms.safe("G21 G90\nG1 X5 F600\nM0\nG1 X6\n", Dialect.GRBL);
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> driver.run(program, (done, total, status) -> {}));
        holds("waiting", () -> driver.status().state() == State.WAITING_FOR_PERSON);

        driver.resume();

        assertThat(end(running)).isInstanceOf(RunOutcome.Completed.class);
    }

    @Test
    void waitsThroughADwellAlthoughTheMachineSaysIdle() {
        SafeProgram program = SamplePrograms.safe("G21 G90\nG1 X5 F600\nG4 P200\nG1 X6\n", Dialect.GRBL);

        RunOutcome outcome = driver.run(program, (done, total, status) -> {});

        assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
        assertThat(outcome.facts().machineTime()).isGreaterThan(Duration.ofSeconds(190));
    }

    @Test
    void turnsAConstantBeamOffAtOnceWhenALaserIsPaused() {
        SafeProgram program = SamplePrograms.safe("G21 G90\nM3 S300\nG1 X500 F60\nM5\n", Dialect.GRBL);
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> driver.run(program, (done, total, status) -> {}));
        holds("burning", () -> firmware.truth().beamOn());

        driver.pause();
        holds("holding", () -> driver.status().state() == State.HOLDING);

        assertThat(firmware.truth().beamOn()).isFalse();
        driver.cancel();
        assertThat(end(running)).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(driver.status().state()).isNotEqualTo(State.ALARM);
    }

    @Test
    void tellsBeamLengthAsFarAsLinesWereAcknowledged() {
        RunOutcome outcome = run();

        assertThat(outcome.facts().beamOnMm()).isCloseTo(firmware.truth().beamOnMm(), within(1e-6));
    }

    @Test
    void connectsToABoardThatOnlyAResetBringsBack() {
        driver.close();
        try (Conversation earlier = Conversation.with(firmware)) {
            earlier.send("G0 X9999");
            earlier.hearUntil("[MSG:Reset to continue]");
        }

        driver.connect();

        holds("alarm", () -> driver.status().state() == State.ALARM);
        assertThat(driver.clear().state()).isEqualTo(State.IDLE);
        assertThat(run()).isInstanceOf(RunOutcome.Completed.class);
    }

    private CompletableFuture<RunOutcome> start() {
        return CompletableFuture.supplyAsync(this::run);
    }

    private static RunOutcome end(CompletableFuture<RunOutcome> running) {
        return running.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private RunOutcome run() {
        return driver.run(PROGRAM, (done, total, status) -> {});
    }

    private void assertFailed(String reason) {
        assertThat(run())
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains(reason));
        assertThat(firmware.truth().beamOn()).isFalse();
    }
}
