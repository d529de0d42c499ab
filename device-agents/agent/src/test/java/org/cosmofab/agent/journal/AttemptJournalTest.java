package org.cosmofab.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.agent.SettableClock;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.domain.Use;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptJournalTest {
    private static final MachineId PRINTER = new MachineId("printer-1");
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final SettableClock workshop = new SettableClock("2026-03-02T09:00:00Z");
    private final SettableClock real = new SettableClock("2026-11-23T06:25:00Z");
    private final Clocks clocks = new Clocks(workshop, real);

    @TempDir
    Path place;

    private DataDirectory data;
    private AttemptJournal journal;

    @BeforeEach
    void open() {
        data = DataDirectory.claim(place);
        journal = new AttemptJournal(data, event -> event.happening().toString(), clocks);
    }

    @AfterEach
    void close() {
        journal.close();
        data.close();
    }

    @Test
    void remembersAnswersAfterARestart() {
        Answer.Refused refused = new Answer.Refused(Refusal.MACHINE_BUSY, "busy, \"really\"\nbusy");
        journal.accept(assignment("a", 7), 40);
        journal.refuse(assignment("b", 8), refused);

        restart();

        assertThat(journal.known(new AttemptId("a"))).contains(known("a", 7, new Answer.Accepted()));
        assertThat(journal.known(new AttemptId("b"))).contains(known("b", 8, refused));
        assertThat(journal.known(new AttemptId("c"))).isEmpty();
    }

    @Test
    void remembersWhatIsOpenUntilItEnds() {
        journal.accept(assignment("a", 7), 40);
        journal.start(new AttemptId("a"), PRINTER, "Marlin 2");
        restart();
        assertThat(journal.open()).singleElement().satisfies(open -> {
            assertThat(open.lines()).isEqualTo(40);
            assertThat(open.startedAt()).contains(workshop.instant());
        });

        journal.end(end("a"), true);
        restart();
        assertThat(journal.open()).isEmpty();
        assertThat(journal.ended()).containsExactly(new AttemptId("a"));
    }

    @Test
    void anEndIsToldOnce() {
        journal.accept(assignment("a", 7), 40);
        journal.end(end("a"), true);
        long events = pending().size();

        journal.end(end("a"), true);

        assertThat(pending()).hasSize((int) events);
    }

    @Test
    void neverForgetsAHigherFence() {
        journal.see(PRINTER, 9);
        journal.see(PRINTER, 3);
        restart();

        assertThat(journal.fence(PRINTER)).isEqualTo(9);
    }

    @Test
    void aFreshMachineIsNotCleared() {
        assertThat(journal.cleared(PRINTER)).isFalse();
    }

    @Test
    void everyEndUnclearsItsMachine() {
        journal.clear(PRINTER, real.instant());
        restart();
        assertThat(journal.cleared(PRINTER)).isTrue();

        journal.accept(assignment("a", 7), 40);
        journal.end(end("a"), true);
        restart();
        assertThat(journal.cleared(PRINTER)).isFalse();
    }

    @Test
    void doesNotBelieveAWordGivenBeforeTheMachineWasUsed() {
        var looked = real.instant();
        real.pass(Duration.ofSeconds(5));
        journal.stopped(PRINTER, true);

        assertThat(journal.clear(PRINTER, looked)).isFalse();
        assertThat(journal.clear(PRINTER, real.instant())).isTrue();
    }

    @Test
    void remembersThatAMachineMustBeBroughtToRest() {
        journal.accept(assignment("a", 7), 40);
        journal.end(end("a"), false);
        restart();
        assertThat(journal.safe(PRINTER)).isFalse();

        journal.madeSafe(PRINTER);
        restart();
        assertThat(journal.safe(PRINTER)).isTrue();
    }

    @Test
    void remembersARecallUntilTheAttemptIsAnswered() {
        journal.recall(new AttemptId("a"), "ada");
        restart();
        assertThat(journal.recalledBy(new AttemptId("a"))).contains("ada");

        journal.accept(assignment("a", 7), 40);
        assertThat(journal.recalledBy(new AttemptId("a"))).isEmpty();
    }

    @Test
    void keepsEventsInOrderUntilAcknowledged() {
        journal.accept(assignment("a", 7), 40);
        journal.start(new AttemptId("a"), PRINTER, "Marlin 2");
        journal.end(end("a"), true);
        List<Long> sequences = pending();
        assertThat(sequences).hasSize(3).isSorted().doesNotHaveDuplicates();

        journal.acknowledge(sequences.get(1));
        restart();

        assertThat(pending()).containsExactly(sequences.get(2));
    }

    @Test
    void neverGivesASequenceTwiceEvenWhenAllIsAcknowledged() {
        journal.accept(assignment("a", 7), 40);
        long first = pending().get(0);
        journal.acknowledge(first);
        restart();

        journal.accept(assignment("b", 8), 40);

        assertThat(pending()).allMatch(sequence -> sequence > first);
    }

    @Test
    void aJournalThatBeginsAnewNumbersAboveTheLostOne() throws Exception {
        journal.accept(assignment("a", 7), 40);
        long before = pending().get(0);
        journal.close();
        data.close();
        Files.delete(place.resolve("journal"));
        real.pass(Duration.ofMinutes(1));
        open();

        journal.accept(assignment("b", 8), 40);

        assertThat(pending()).allMatch(sequence -> sequence > before);
    }

    @Test
    void believesNoAcknowledgementOfWhatItNeverTold() {
        journal.accept(assignment("a", 7), 40);

        journal.acknowledge(Long.MAX_VALUE >> 11);

        assertThat(pending()).hasSize(1);
    }

    @Test
    void isTheSameAfterItMadeItselfSmaller() throws Exception {
        journal.see(PRINTER, 12);
        journal.clear(PRINTER, real.instant());
        journal.accept(assignment("open", 12), 40);
        journal.start(new AttemptId("open"), PRINTER, "Marlin 2");
        journal.recall(new AttemptId("recalled"), "ada");
        Answer.Refused refused = new Answer.Refused(Refusal.EXPIRED, "x".repeat(1500));
        for (int i = 0; i < 1200; i++) {
            journal.refuse(assignment("r" + i, 12), refused);
            journal.acknowledge(pendingSome(1).get(0));
        }
        assertThat(Files.size(place.resolve("journal"))).isLessThan(4_000_000);
        List<Long> pending = pending();
        restart();

        assertThat(journal.fence(PRINTER)).isEqualTo(12);
        assertThat(journal.cleared(PRINTER)).isTrue();
        assertThat(journal.open()).extracting(a -> a.attempt().value()).containsExactly("open");
        assertThat(journal.open().get(0).startedAt()).isPresent();
        assertThat(journal.recalledBy(new AttemptId("recalled"))).contains("ada");
        assertThat(journal.known(new AttemptId("r0"))).contains(known("r0", 12, refused));
        assertThat(pending()).isEqualTo(pending);
    }

    @Test
    void linesAreKnownAfterTheProcessAndBelongToTheirAttempt() {
        Progress first = new Progress(new AttemptId("a"), 10, 12, 1.5, 0, workshop.instant());
        Progress second = new Progress(new AttemptId("a"), 20, 25, 3.25, 0.125, workshop.instant());
        SafeProgram program = Sanitiser.sanitise("G28\nG1 X1\n", Dialect.MARLIN)
                .fold(Sanitised.Safe::program, refused -> {
                    throw new AssertionError(refused);
                });
        try (LineJournals written = new LineJournals(data)) {
            AttemptLines.Notes notes = written.begin(assignment("a", 1), program);
            notes.sending(23);
            notes.acknowledged(first);
            notes.acknowledged(second);

            try (LineJournals read = new LineJournals(data)) {
                assertThat(read.progress(new AttemptId("a"))).contains(second);
                assertThat(read.progress(new AttemptId("b"))).isEmpty();
                read.dismiss(new AttemptId("a"));
                assertThat(read.progress(new AttemptId("a"))).isEmpty();
            }
        }
    }

    private void restart() {
        close();
        open();
    }

    private List<Long> pending() {
        return pendingSome(Integer.MAX_VALUE);
    }

    private List<Long> pendingSome(int most) {
        List<Long> sequences = new ArrayList<>();
        Optional<Map.Entry<Long, String>> next = journal.pendingAfter(0);
        while (next.isPresent() && sequences.size() < most) {
            sequences.add(next.get().getKey());
            next = journal.pendingAfter(next.get().getKey());
        }
        return sequences;
    }

    private static Assignment assignment(String attempt, long fence) {
        ProgramReference program = new ProgramReference(HASH, "/agent/v1/programs/" + HASH, 10);
        return new Assignment(new AttemptId(attempt), fence, PRINTER, program, Instant.parse("2026-11-23T06:30:00Z"));
    }

    private static KnownAttempt known(String attempt, long fence, Answer answer) {
        return new KnownAttempt(new AttemptId(attempt), PRINTER, fence, HASH, Optional.of(answer));
    }

    private AttemptEnd end(String attempt) {
        Use use = new Use(workshop.instant(), workshop.instant(), Duration.ofSeconds(3), 9, 1, 0, 0.1);
        return new AttemptEnd(new AttemptId(attempt), PRINTER, Outcome.COMPLETED, 40, 40, "", use);
    }
}
