package org.cosmofab.agent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:25:00Z");
    private static final MachineId PRINTER = new MachineId("printer-1");
    private static final AttemptId ATTEMPT = new AttemptId("attempt-1");
    private static final AttemptId OTHER = new AttemptId("attempt-0");
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String OTHER_HASH = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    @Test
    void preparesWhatNothingSpeaksAgainst() {
        assertThat(judge(assignment(7, 60), Optional.empty(), facts(7, false, true, true)))
                .isInstanceOf(Verdict.Prepare.class);
    }

    /** Each row has one more reason than the one above it; the first in order of precedence is told. */
    @ParameterizedTest
    @CsvSource({
        // secondsLeft, fence, configured, busy, cleared, ready, code
        "60, 7, true,  false, true,  false, machine-unreachable",
        "60, 7, true,  false, false, false, machine-not-cleared",
        "60, 7, true,  true,  false, false, machine-busy",
        "60, 7, false, true,  false, false, machine-unknown",
        "60, 6, false, true,  false, false, fenced-off",
        " 0, 6, false, true,  false, false, expired",
        "-9, 6, false, true,  false, false, expired",
    })
    void tellsTheFirstReasonThatApplies(
            int secondsLeft,
            long fence,
            boolean configured,
            boolean busy,
            boolean cleared,
            boolean ready,
            String code) {
        MachineFacts facts = new MachineFacts(
                configured,
                7,
                busy ? Optional.of(OTHER) : Optional.empty(),
                cleared,
                ready ? Optional.empty() : Optional.of("nothing answers"));

        Verdict verdict = judge(assignment(fence, secondsLeft), Optional.empty(), facts);

        assertThat(refusal(verdict).code().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "0, true", "-1, true"})
    void expiresAtItsMomentAndNotBefore(int secondsLeft, boolean refused) {
        assertThat(Admission.expiry(assignment(7, secondsLeft), NOW).isPresent())
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "7, false", "8, false"})
    void fencesOffWhatIsLowerThanTheHighestSeen(long fence, boolean refused) {
        Verdict verdict = judge(assignment(fence, 60), Optional.empty(), facts(7, false, true, true));

        assertThat(verdict instanceof Verdict.Refuse).isEqualTo(refused);
    }

    @Test
    void answersAKnownAttemptAsBeforeWhateverHasChangedSince() {
        Answer.Accepted accepted = new Answer.Accepted();
        MachineFacts worst = new MachineFacts(true, 99, Optional.of(OTHER), false, Optional.of("gone"));

        assertThat(judge(assignment(7, -60), known(7, PRINTER, HASH, accepted), worst))
                .isEqualTo(new Verdict.AnswerAgain(accepted));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void repeatsAnyRefusal(Refusal code) {
        Answer.Refused refused = new Answer.Refused(code, "as before");

        assertThat(judge(assignment(7, 60), known(7, PRINTER, HASH, refused), facts(7, false, true, true)))
                .isEqualTo(new Verdict.AnswerAgain(refused));
    }

    @Test
    void isSilentWhileTheAnswerIsBeingFound() {
        Optional<KnownAttempt> underway = Optional.of(new KnownAttempt(ATTEMPT, PRINTER, 7, HASH, Optional.empty()));

        assertThat(judge(assignment(7, 60), underway, facts(7, true, true, true)))
                .isInstanceOf(Verdict.AnswerSoon.class);
    }

    @ParameterizedTest
    @CsvSource({"8, printer-1, " + HASH, "6, printer-1, " + HASH, "7, printer-2, " + HASH, "7, printer-1, " + OTHER_HASH
    })
    void refusesAKnownAttemptWithOtherContent(long fence, String machine, String hash) {
        Optional<KnownAttempt> known = known(fence, new MachineId(machine), hash, new Answer.Accepted());

        assertThat(refusal(judge(assignment(7, 60), known, facts(7, false, true, true)))
                        .code())
                .isEqualTo(Refusal.ATTEMPT_KNOWN);
    }

    private static Verdict judge(Assignment assignment, Optional<KnownAttempt> known, MachineFacts facts) {
        return Admission.judge(assignment, known, facts, NOW);
    }

    private static Answer.Refused refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refuse.class);
        return ((Verdict.Refuse) verdict).refused();
    }

    private static Assignment assignment(long fence, int secondsLeft) {
        ProgramReference program = new ProgramReference(HASH, "/agent/v1/programs/" + HASH, 10);
        return new Assignment(ATTEMPT, fence, PRINTER, program, NOW.plusSeconds(secondsLeft));
    }

    private static MachineFacts facts(long fence, boolean busy, boolean cleared, boolean ready) {
        return new MachineFacts(
                true,
                fence,
                busy ? Optional.of(OTHER) : Optional.empty(),
                cleared,
                ready ? Optional.empty() : Optional.of("nothing answers"));
    }

    private static Optional<KnownAttempt> known(long fence, MachineId machine, String hash, Answer answer) {
        return Optional.of(new KnownAttempt(ATTEMPT, machine, fence, hash, Optional.of(answer)));
    }
}
