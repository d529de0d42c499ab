package org.cosmofab.orchestrator.fabrication.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cosmofab.orchestrator.making.Samples.LASER;
import static org.cosmofab.orchestrator.making.Samples.NOON;
import static org.cosmofab.orchestrator.making.Samples.PRINTER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.AttemptState;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.RefusalCode;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class StoredAttemptsTest {
    @Inject
    AttemptBook book;

    @Inject
    Outbox outbox;

    @BeforeEach
    void reset() {
        Bench.reset();
    }

    @Test
    void theDatabaseRefusesASecondOpenAttemptOfAnOperation() {
        add(attempt(1, 1, PRINTER, new AttemptState.Running()));

        assertThatThrownBy(() -> add(attempt(2, 1, LASER, new AttemptState.Assigned())))
                .rootCause()
                .message()
                .containsIgnoringCase("open_operation");
    }

    @Test
    void theDatabaseRefusesASecondOpenAttemptOnAMachine() {
        add(attempt(1, 1, PRINTER, new AttemptState.Uncertain("contact lost")));

        assertThatThrownBy(() -> add(attempt(2, 2, PRINTER, new AttemptState.Assigned())))
                .rootCause()
                .message()
                .containsIgnoringCase("open_machine");
    }

    @Test
    void endedAttemptsStandInNobodysWay() {
        add(attempt(1, 1, PRINTER, new AttemptState.Failed("jam")));
        add(attempt(2, 2, PRINTER, new AttemptState.Done("")));
        add(attempt(3, 3, PRINTER, new AttemptState.Assigned()));

        assertThat(QuarkusTransaction.requiringNew().call(book::open))
                .extracting(TrackedAttempt::id)
                .containsExactly(new AttemptId(new UUID(3, 3)));
    }

    @ParameterizedTest
    @MethodSource
    void everyStateIsReadAsItWasWritten(AttemptState state) {
        TrackedAttempt attempt = attempt(1, 1, PRINTER, state);

        add(attempt);

        assertThat(QuarkusTransaction.requiringNew().call(() -> book.find(attempt.id())))
                .contains(attempt);
    }

    static Stream<AttemptState> everyStateIsReadAsItWasWritten() {
        return Stream.of(
                new AttemptState.Assigned(),
                new AttemptState.Accepted(),
                new AttemptState.Running(),
                new AttemptState.Uncertain("contact lost"),
                new AttemptState.Done("done, says ada"),
                new AttemptState.Failed("interrupted at line 7"),
                new AttemptState.Cancelled("cancelled by ada"),
                new AttemptState.Refused(RefusalCode.MACHINE_BUSY, "busy"),
                new AttemptState.Expired("not answered"));
    }

    @ParameterizedTest
    @MethodSource
    void everyCommandIsReadAsItWasWritten(Command.What what) {
        Command command = new Command(new UUID(1, 9), Samples.BENCH, NOON, what);

        outbox.add(command);

        assertThat(outbox.waiting()).containsExactly(command);
        assertThat(outbox.calledOff(Samples.BENCH)).hasSize(what instanceof Command.Cancel ? 1 : 0);
        assertThat(outbox.remove(command.id())).isTrue();
        assertThat(outbox.remove(command.id())).as("a second time").isFalse();
        assertThat(outbox.waiting()).isEmpty();
    }

    static Stream<Command.What> everyCommandIsReadAsItWasWritten() {
        AttemptId attempt = new AttemptId(new UUID(1, 1));
        return Stream.of(
                new Command.Assign(attempt, 7, LASER, new ProgramHash("0".repeat(64)), 12),
                new Command.Cancel(attempt, "ada"),
                new Command.Pause(attempt),
                new Command.Resume(attempt),
                new Command.Clear(LASER, "ada"),
                new Command.Stop(LASER, "ada"));
    }

    @Test
    void fencesGrowForEachMachineByItself() {
        assertThat(Stream.of(PRINTER, PRINTER, LASER, PRINTER)
                        .map(machine -> QuarkusTransaction.requiringNew().call(() -> book.nextFence(machine))))
                .containsExactly(1L, 2L, 1L, 3L);
    }

    @Test
    void anEventIsNotedOnce() {
        AgentReport.What what = new AgentReport.Unreadable("{}", "no type");
        AgentReport report = new AgentReport(Samples.BENCH, 9_007_199_254_740_991L, NOON, what);

        assertThat(QuarkusTransaction.requiringNew().call(() -> book.firstTime(report)))
                .isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(() -> book.firstTime(report)))
                .isFalse();
    }

    private void add(TrackedAttempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> book.add(attempt));
    }

    private static TrackedAttempt attempt(long n, long operation, MachineId machine, AttemptState state) {
        Assignment assignment = new Assignment(
                new AttemptId(new UUID(n, n)),
                new OperationId(new UUID(0, operation)),
                new OrderId(new UUID(1, 1)),
                (int) n,
                machine,
                Samples.BENCH,
                new ProgramHash("0".repeat(64)),
                12,
                new Machine.Loaded(Samples.PLA, Samples.SPOOL),
                n,
                NOON,
                NOON.plusSeconds(60));
        return new TrackedAttempt(
                assignment,
                state,
                new TrackedAttempt.Course(
                        7, 9, Optional.of(NOON), Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(2))),
                41,
                Optional.of(NOON.plusSeconds(3)),
                Optional.of(new Attempt.Used(1, Samples.PLA, Samples.SPOOL, 2, 3, true, 4)),
                true,
                false);
    }
}
