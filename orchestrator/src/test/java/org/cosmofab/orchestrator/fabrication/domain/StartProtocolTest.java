package org.cosmofab.orchestrator.fabrication.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.orders.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartProtocolTest {
    private static final AttemptId ID = new AttemptId(new UUID(1, 1));
    private static final Instant REAL = Instant.parse("2026-11-23T06:00:00Z");
    private static final Attempt.Used USED = new Attempt.Used(10, Samples.PLA, Samples.SPOOL, 20, 30, false, 300);

    private final TrackedAttempt assigned = attempt(new AttemptState.Assigned());

    @Test
    void anAnswerIsHeardOnceAndInItsTurn() {
        TrackedAttempt accepted = StartProtocol.accepted(assigned, 5).orElseThrow();
        TrackedAttempt running = StartProtocol.started(accepted, 6, NOON).orElseThrow();

        assertThat(StartProtocol.accepted(accepted, 5)).isEmpty();
        assertThat(StartProtocol.accepted(running, 7)).isEmpty();
        assertThat(StartProtocol.started(running, 7, NOON)).isEmpty();
        assertThat(running.times().startedAt()).contains(NOON);
        assertThat(running.due()).isTrue();
    }

    @Test
    void whatWasAcceptedIsNotRefusedAnyMore() {
        TrackedAttempt accepted = StartProtocol.accepted(assigned, 5).orElseThrow();

        assertThat(refused(accepted, RefusalCode.MACHINE_BUSY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, DONE, ''",
        "FAILED, FAILED, failed at line 7: jam",
        "CANCELLED, CANCELLED, jam",
        "INTERRUPTED, FAILED, interrupted at line 7: jam",
        "LOST, UNCERTAIN, contact lost at line 7: jam"
    })
    void eachOutcomeHasItsStageAndReason(Outcome outcome, Attempt.Stage stage, String reason) {
        String because = outcome == Outcome.COMPLETED ? "" : "jam";
        TrackedAttempt after = ended(assigned, outcome, because).orElseThrow();

        assertThat(after.state().stage()).isEqualTo(stage);
        assertThat(after.state().reason()).isEqualTo(reason);
        assertThat(after.used()).contains(USED);
        assertThat(after.times().line()).isEqualTo(7);
    }

    @Test
    void anEndIsHeardOnce() {
        TrackedAttempt done = ended(assigned, Outcome.COMPLETED, "").orElseThrow();

        assertThat(ended(done, Outcome.FAILED, "again")).isEmpty();
    }

    @Test
    void afterAPersonsDecisionTheFactsStillCountButTheStateStands() {
        TrackedAttempt decided = StartProtocol.decided(uncertain(), false, "ada", NOON)
                .orElseThrow()
                .settled();

        TrackedAttempt after = ended(decided, Outcome.COMPLETED, "").orElseThrow();

        assertThat(after.state()).isEqualTo(decided.state());
        assertThat(after.used()).contains(USED);
        assertThat(after.due()).isTrue();
    }

    @Test
    void aPersonDecidesOnlyWhatIsUncertain() {
        assertThat(StartProtocol.decided(assigned, true, "ada", NOON)).isEmpty();
        assertThat(StartProtocol.decided(uncertain(), true, "ada", NOON)
                        .orElseThrow()
                        .state())
                .isEqualTo(new AttemptState.Done("done, says ada"));
    }

    @Test
    void expiryIsNoticedAfterItOnceAndOnlyWithoutAnAnswer() {
        Instant late = REAL.plusSeconds(62);

        assertThat(StartProtocol.expiryNoticed(assigned, REAL.plusSeconds(60), NOON))
                .isEmpty();
        TrackedAttempt noticed =
                StartProtocol.expiryNoticed(assigned, late, NOON).orElseThrow();
        assertThat(StartProtocol.awaitsAnswer(noticed)).isTrue();
        assertThat(StartProtocol.expiryNoticed(noticed, late, NOON.plusSeconds(9)))
                .isEmpty();
        TrackedAttempt accepted = StartProtocol.accepted(assigned, 5).orElseThrow();
        assertThat(StartProtocol.expiryNoticed(accepted, late, NOON)).isEmpty();
    }

    @Test
    void onlyIgnoranceAfterTheExpiryEndsAnAssignment() {
        TrackedAttempt noticed = StartProtocol.expiryNoticed(assigned, REAL.plusSeconds(62), NOON)
                .orElseThrow();

        assertThat(known(assigned, NOON.plusSeconds(600), List.of(), Set.of())).isEmpty();
        assertThat(known(noticed, NOON.minusNanos(1000), List.of(), Set.of())).isEmpty();
        assertThat(known(noticed, NOON, List.of(), Set.of())
                        .orElseThrow()
                        .state()
                        .stage())
                .isEqualTo(Attempt.Stage.EXPIRED);
    }

    @Test
    void whatItsAgentHasForgottenOrCannotTellIsUncertain() {
        TrackedAttempt accepted = StartProtocol.accepted(assigned, 5).orElseThrow();

        assertThat(known(accepted, NOON, List.of(), Set.of())
                        .orElseThrow()
                        .state()
                        .stage())
                .isEqualTo(Attempt.Stage.UNCERTAIN);
        assertThat(known(accepted, NOON, List.of(), Set.of(ID))
                        .orElseThrow()
                        .state()
                        .stage())
                .isEqualTo(Attempt.Stage.UNCERTAIN);
    }

    @Test
    void whatItsAgentHasOpenIsAtWork() {
        assertThat(open(assigned, 0)).isEqualTo(Attempt.Stage.ACCEPTED);
        assertThat(open(assigned, 3)).isEqualTo(Attempt.Stage.RUNNING);
        assertThat(open(uncertain(), 0)).isEqualTo(Attempt.Stage.RUNNING);
    }

    @Test
    void anOlderReportTellsNothing() {
        TrackedAttempt accepted = StartProtocol.accepted(assigned, 101).orElseThrow();

        assertThat(known(accepted, NOON, List.of(), Set.of())).isEmpty();
    }

    @Test
    void anOperationFollowsItsLatestAttempt() {
        assertThat(after(new AttemptState.Accepted())).isEqualTo(Operation.Stage.ASSIGNED);
        assertThat(after(new AttemptState.Running())).isEqualTo(Operation.Stage.RUNNING);
        assertThat(after(new AttemptState.Done(""))).isEqualTo(Operation.Stage.DONE);
        assertThat(after(new AttemptState.Failed("jam"))).isEqualTo(Operation.Stage.NEEDS_PERSON);
        assertThat(after(new AttemptState.Cancelled(""))).isEqualTo(Operation.Stage.NEEDS_PERSON);
        assertThat(after(new AttemptState.Uncertain(""))).isEqualTo(Operation.Stage.NEEDS_PERSON);
        assertThat(after(new AttemptState.Expired(""))).isEqualTo(Operation.Stage.WAITING);
        assertThat(after(new AttemptState.Refused(RefusalCode.MACHINE_BUSY, "")))
                .isEqualTo(Operation.Stage.WAITING);
        assertThat(after(new AttemptState.Refused(RefusalCode.PROGRAM_UNSAFE, "")))
                .isEqualTo(Operation.Stage.NEEDS_PERSON);
    }

    @Test
    void afterFiveTriesThatNeverBeganAPersonLooks() {
        List<TrackedAttempt> tries = new ArrayList<>();
        tries.add(attempt(new AttemptState.Failed("jam")));
        for (int i = 0; i < 4; i++) {
            tries.add(attempt(new AttemptState.Expired("")));
        }
        assertThat(Consequence.operationStage(tries)).isEqualTo(Operation.Stage.WAITING);
        tries.add(attempt(new AttemptState.Refused(RefusalCode.MACHINE_BUSY, "")));

        assertThat(Consequence.operationStage(tries)).isEqualTo(Operation.Stage.NEEDS_PERSON);
    }

    @Test
    void betweenTriesThatNeverBeganThereIsAPause() {
        TrackedAttempt closed = refused(assigned, RefusalCode.MACHINE_BUSY).orElseThrow();

        assertThat(Consequence.pauses(List.of(closed), REAL.plusSeconds(9))).isTrue();
        assertThat(Consequence.pauses(List.of(closed), REAL.plusSeconds(10))).isFalse();
        assertThat(Consequence.pauses(List.of(), REAL)).isFalse();
    }

    @Test
    void filamentIsMeasuredAndASheetIsTakenWhole() {
        Material pla = new Material(Samples.PLA, Material.Form.FILAMENT, Map.of(), 1.24, 1.75);
        Material plywood = new Material(Samples.PLYWOOD, Material.Form.SHEET, Map.of(), 0.6, 4);

        assertThat(MeasuredUse.of(assigned.assignment(), facts(10, 1000, 0), pla, 0))
                .isEqualTo(new Attempt.Used(11, Samples.PLA, Samples.SPOOL, 2983, 94, true, 300));
        assertThat(MeasuredUse.of(assigned.assignment(), facts(10, 0, 3), plywood, 5000)
                        .milligrams())
                .isEqualTo(5000);
        assertThat(MeasuredUse.of(assigned.assignment(), facts(0, 0, 0), plywood, 5000))
                .isEqualTo(new Attempt.Used(11, Samples.PLA, Samples.SPOOL, 0, 94, true, 0));
    }

    private static Operation.Stage after(AttemptState state) {
        return Consequence.operationStage(List.of(attempt(state)));
    }

    private static Attempt.Stage open(TrackedAttempt attempt, int line) {
        return known(attempt, NOON, List.of(new AgentReport.OpenAttempt(ID, line)), Set.of())
                .orElseThrow()
                .state()
                .stage();
    }

    private static Optional<TrackedAttempt> known(
            TrackedAttempt attempt, Instant at, List<AgentReport.OpenAttempt> open, Set<AttemptId> ended) {
        AgentReport.Known known = new AgentReport.Known(open, ended);
        return StartProtocol.compared(attempt, new AgentReport(Samples.BENCH, 100, at, known), known, REAL);
    }

    private static Optional<TrackedAttempt> refused(TrackedAttempt attempt, RefusalCode code) {
        AgentReport.Refused refusal = new AgentReport.Refused(ID, code, "");
        return StartProtocol.refused(attempt, new AgentReport(Samples.BENCH, 100, NOON, refusal), refusal, REAL);
    }

    private static Optional<TrackedAttempt> ended(TrackedAttempt attempt, Outcome outcome, String reason) {
        AgentReport.Ended end = new AgentReport.Ended(ID, outcome, 7, 9, reason, facts(7, 1, 0));
        return StartProtocol.ended(attempt, new AgentReport(Samples.BENCH, 100, NOON, end), end, facts -> USED);
    }

    private static AgentReport.Facts facts(long lines, double extrudedMm, double beamOnMm) {
        return new AgentReport.Facts(
                NOON, NOON.plus(Duration.ofHours(1)), 10.6, lines, extrudedMm, beamOnMm, 94.4, true);
    }

    private static TrackedAttempt uncertain() {
        return attempt(new AttemptState.Uncertain("no contact"));
    }

    private static TrackedAttempt attempt(AttemptState state) {
        Assignment assignment = new Assignment(
                ID,
                new OperationId(new UUID(2, 2)),
                new OrderId(new UUID(3, 3)),
                1,
                Samples.PRINTER,
                Samples.BENCH,
                new ProgramHash("0".repeat(64)),
                12,
                new Machine.Loaded(Samples.PLA, Samples.SPOOL),
                1,
                NOON,
                REAL.plusSeconds(60));
        TrackedAttempt fresh = TrackedAttempt.of(assignment);
        return new TrackedAttempt(
                assignment, state, fresh.times(), 0, Optional.empty(), Optional.empty(), false, false);
    }
}
