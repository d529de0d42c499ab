package org.cosmofab.bridge.marlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cosmofab.bridge.testing.Eventually.holds;
import static org.cosmofab.bridge.testing.SamplePrograms.moves;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.RunFacts;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.simulated.Faults;
import org.cosmofab.bridge.simulated.SimulatedMarlin;
import org.cosmofab.bridge.testing.Bench;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of each fault that a Marlin board or its wire can have. */
@Timeout(60)
class MarlinFaultTest {
    private static final SafeProgram PROGRAM = SamplePrograms.print(40);
    /** Stands once in the program, in its middle. */
    private static final String SOMEWHERE = "X10.20 ";

    private static final MarlinTiming IMPATIENT = new MarlinTiming(
            Duration.ofSeconds(10),
            Duration.ofMillis(150),
            Duration.ofSeconds(20),
            Duration.ofMillis(200),
            Duration.ofMillis(60),
            Duration.ofSeconds(5));

    /** As quick to doubt a line, but a board that answers late, because its core is slow, is not gone for it. */
    private static final MarlinTiming FORGIVING = new MarlinTiming(
            Duration.ofSeconds(10),
            Duration.ofMillis(150),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofMillis(60),
            Duration.ofSeconds(5));

    /** For firmware that says every two seconds that it is busy. */
    private static final MarlinTiming UNHURRIED = new MarlinTiming(
            Duration.ofSeconds(10),
            Duration.ofSeconds(4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofMillis(60),
            Duration.ofSeconds(5));

    private final ScaledClock clock = ScaledClock.startingNow(2000);
    private final SimulatedMarlin firmware = new SimulatedMarlin(clock);
    private final Bench bench = Bench.memory(firmware);
    private final MarlinDriver driver = new MarlinDriver(bench.opener(), clock, Ticker.system(), IMPATIENT);

    @BeforeEach
    void setUp() {
        driver.connect();
    }

    @AfterEach
    void tearDown() {
        driver.close();
        bench.close();
    }

    static List<Named<Consumer<Faults.Occasion>>> recoverable() {
        return List.of(
                Named.of("lost ok", Faults.Occasion::loseOk),
                Named.of("doubled ok", Faults.Occasion::doubleOk),
                Named.of("late ok", occasion -> occasion.answerLate(Duration.ofMillis(300))),
                Named.of("very late ok", occasion -> occasion.answerLate(Duration.ofMillis(1700))),
                Named.of("damaged line", Faults.Occasion::corruptLine),
                Named.of("number that looks old, dropped without a word", Faults.Occasion::corruptNumber),
                Named.of("lost line", Faults.Occasion::loseLine),
                Named.of("resend without ok", Faults.Occasion::resendWithoutOk),
                Named.of("resend twice", Faults.Occasion::resendTwice));
    }

    @ParameterizedTest
    @MethodSource("recoverable")
    void runsEveryLineOnceInSpiteOf(Consumer<Faults.Occasion> fault) {
        fault.accept(firmware.faults().atLine(SOMEWHERE));

        RunOutcome outcome = with(FORGIVING).run(PROGRAM, (done, total, status) -> {});

        assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
        assertThat(firmware.faults().areArmed()).isFalse();
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(PROGRAM));
        assertThat(outcome.facts().extrudedMm()).isCloseTo(firmware.truth().extrudedMm(), within(1e-6));
        assertThat(firmware.truth().heatersOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void runsEveryLineOnceOnAWireThatFailsAgainAndAgain(long seed) {
        Random chance = new Random(seed);
        List<Named<Consumer<Faults.Occasion>>> faults = recoverable();
        for (int line = 1; line <= 40; line += 1 + chance.nextInt(12)) {
            String place = String.format(Locale.ROOT, "X%.2f ", 10 + line * 0.01);
            faults.get(chance.nextInt(faults.size()))
                    .getPayload()
                    .accept(firmware.faults().atLine(place));
        }

        RunOutcome outcome = with(FORGIVING).run(PROGRAM, (done, total, status) -> {});

        assertThat(outcome).as("seed %d", seed).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(PROGRAM));
    }

    @Test
    void doesNotEndBeforeTheMachineRestsWhenAnOkIsDoubled() {
        SafeProgram slow = SamplePrograms.print(18, 30);
        ScaledClock unhurried = ScaledClock.startingNow(400);
        SimulatedMarlin printer = new SimulatedMarlin(unhurried);
        printer.faults().atLine("X10.18 ").doubleOk();
        try (Bench own = Bench.memory(printer);
                MarlinDriver host = MarlinDriver.over(own.opener(), unhurried)) {
            host.connect();

            RunFacts facts = host.run(slow, (done, total, status) -> {}).facts();

            assertThat(printer.faults().areArmed()).isFalse();
            assertThat(Duration.between(facts.startedAt(), facts.endedAt()))
                    .isGreaterThan(printer.truth().busyTime().minusSeconds(5));
        }
    }

    /** The one fault of the wire that no host can see: the board runs an unchecked line and asks for it again. */
    @Test
    void runsALineTwiceWhenItLosesItsNumber() {
        firmware.faults().atLine(SOMEWHERE).loseNumber();

        assertThat(run()).isInstanceOf(RunOutcome.Completed.class);

        List<String> executed = moves(firmware.truth().executed());
        assertThat(executed).hasSize(moves(PROGRAM).size() + 1);
        assertThat(executed.stream().distinct()).containsExactlyElementsOf(moves(PROGRAM));
    }

    @Test
    void failsWhenTheBoardRestarts() {
        firmware.faults().atLine(SOMEWHERE).restartMidRun();

        assertFailedAt(28, "restarted");
        assertThat(moves(firmware.truth().executed())).hasSize(19);
    }

    @Test
    void failsWithTheFirmwaresReasonWhenAHeaterRunsAway() {
        firmware.faults().atLine(SOMEWHERE).thermalRunaway();

        assertFailedAt(28, "Thermal Runaway");
        assertThat(driver.status().state()).isEqualTo(State.ALARM);
    }

    @Test
    void failsWhenTheKillButtonIsPressed() {
        firmware.faults().atLine(SOMEWHERE).criticalAlarm();

        assertFailedAt(28, "KILL caused");
    }

    @Test
    void failsAtALineThatTheFirmwareDoesNotKnow() {
        SafeProgram program =
                SamplePrograms.safe("M104 S200\n\n; a comment\nG1 X5 F600\nG999\nG1 X6\n", Dialect.MARLIN);

        RunOutcome outcome = driver.run(program, (done, total, status) -> {});

        assertThat(outcome).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
            assertThat(failed.line()).isEqualTo(5);
            assertThat(failed.reason()).contains("Unknown command").contains("G999");
        });
        assertThat(firmware.truth().heatersOn()).isFalse();
        assertThat(firmware.truth().executed()).doesNotContain("G1 X6");
    }

    @Test
    void isLostWhenTheFirmwareHangs() {
        firmware.faults().atLine(SOMEWHERE).silence();

        assertThat(run()).isInstanceOfSatisfying(RunOutcome.Lost.class, lost -> {
            assertThat(lost.lastAcknowledgedLine()).isEqualTo(27);
            assertThat(lost.reason()).contains("no answer");
        });
    }

    @Test
    void isLostWhenAStopIsNotConfirmed() {
        MarlinDriver patient = with(UNHURRIED);
        firmware.faults().atLine(SOMEWHERE).silence();
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> patient.run(PROGRAM, (done, total, status) -> {}));
        holds("hangs", () -> !firmware.faults().areArmed());

        assertThat(patient.stop().observed()).isFalse();

        assertThat(running.orTimeout(40, TimeUnit.SECONDS).join())
                .isInstanceOfSatisfying(
                        RunOutcome.Lost.class,
                        lost -> assertThat(lost.reason()).contains("the stop was not confirmed"));
    }

    @Test
    void isLostWhenTheWireIsPulled() {
        firmware.faults().atLine(SOMEWHERE).unplug();

        assertThat(run()).isInstanceOf(RunOutcome.Lost.class);
        assertThat(driver.status().state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void waitsForAPersonAsLongAsItTakes() {
        MarlinDriver patient = with(UNHURRIED);
        firmware.faults().atLine(SOMEWHERE).waitForPerson();
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> patient.run(PROGRAM, (done, total, status) -> {}));
        holds("waiting", () -> patient.status().state() == State.WAITING_FOR_PERSON);
        assertThat(patient.status().detail()).contains("paused for user");

        firmware.personContinues();

        assertThat(running.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(PROGRAM));
    }

    @Test
    void goesOnWhenAPersonSaysSoHereInsteadOfAtTheMachine() {
        MarlinDriver patient = with(UNHURRIED);
        firmware.faults().atLine(SOMEWHERE).waitForPerson();
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> patient.run(PROGRAM, (done, total, status) -> {}));
        holds("waiting", () -> patient.status().state() == State.WAITING_FOR_PERSON);

        patient.resume();

        assertThat(running.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(RunOutcome.Completed.class);
        assertThat(moves(firmware.truth().executed())).isEqualTo(moves(PROGRAM));
    }

    @Test
    void trustsAFirmwareThatSaysItIsBusyAndCanCancelIt() {
        MarlinDriver patient = with(UNHURRIED);
        firmware.faults().atLine(SOMEWHERE).waitForPerson();
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> patient.run(PROGRAM, (done, total, status) -> {}));
        holds("waiting", () -> patient.status().state() == State.WAITING_FOR_PERSON);

        patient.cancel();

        assertThat(running.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(firmware.truth().heatersOn()).isFalse();
    }

    @Test
    void saysSoWhenACancelIsNotConfirmed() {
        firmware.faults().atLine("M190").busyForever();
        CompletableFuture<RunOutcome> running =
                CompletableFuture.supplyAsync(() -> driver.run(PROGRAM, (done, total, status) -> {}));
        holds("stuck", () -> firmware.truth().executed().contains("M190 S60"));

        driver.cancel();

        assertThat(running.orTimeout(40, TimeUnit.SECONDS).join())
                .isInstanceOfSatisfying(
                        RunOutcome.Lost.class, lost -> assertThat(lost.reason()).contains("not confirmed"));
    }

    @Test
    void keepsInTouchWithABoardThatWasRestartedAndReportsNothingByItself() {
        firmware.powerCycle();
        Instant later = clock.instant().plus(Duration.ofMinutes(40));

        holds("heard of again and again", () -> driver.status().heardAt().isAfter(later));

        assertThat(driver.status().state()).isEqualTo(State.IDLE);
    }

    private MarlinDriver with(MarlinTiming timing) {
        driver.close();
        MarlinDriver other = new MarlinDriver(bench.opener(), clock, Ticker.system(), timing);
        other.connect();
        return other;
    }

    private RunOutcome run() {
        return driver.run(PROGRAM, (done, total, status) -> {});
    }

    private void assertFailedAt(int line, String reason) {
        assertThat(run()).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
            assertThat(failed.line()).isEqualTo(line);
            assertThat(failed.reason()).contains(reason);
        });
        assertThat(firmware.truth().heatersOn()).isFalse();
    }
}
