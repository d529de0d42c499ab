package org.cosmofab.agent.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.agent.FakeMachine;
import org.cosmofab.agent.SettableClock;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.DataDirectory;
import org.cosmofab.agent.journal.LineJournals;
import org.cosmofab.agent.wire.WireWriter;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.time.Ticker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinePostTest {
    private static final MachineId PRINTER = new MachineId("printer-1");
    private static final byte[] PROGRAM = "G28\n".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = "8080cd1d636d28b227689516fdadfd2aaed94e57b113db13523a38b51d0d09e9";

    @TempDir
    Path place;

    private final AtomicLong ticksPassed = new AtomicLong();
    private final SettableClock real = new SettableClock("2026-11-23T06:25:00Z");
    private final Clocks clocks = new Clocks(
            new SettableClock("2026-03-02T09:00:00Z"),
            real,
            () -> Ticker.system().nanos() + ticksPassed.get());
    private final FakeMachine machine = new FakeMachine(clocks.workshop());
    private DataDirectory data;
    private AttemptJournal journal;
    private MachinePost post;

    @BeforeEach
    void open() {
        data = DataDirectory.claim(place);
        journal = new AttemptJournal(data, new WireWriter(new AgentId("bench-1")), clocks);
        MachineSettings printer = new MachineSettings(
                PRINTER, "print", Dialect.MARLIN, "/dev/fake", new PowerProfile(10, 100), machine::driver);
        post = new MachinePost(
                printer,
                new Workplace(journal, new LineJournals(data), (program, patience) -> PROGRAM, clocks, () -> {}));
    }

    @AfterEach
    void close() {
        machine.letGo();
        machine.finish();
        post.close();
        journal.close();
        data.close();
    }

    /** The journal that is closed stands for a disk that is full. */
    @Test
    void aFullDiskLeavesTheMachineWithItsPostAndARemedy() {
        journal.stopped(PRINTER, false);
        post.start();
        Eventually.holds("cooling", machine::isRunning);
        journal.close();
        machine.finish();

        Eventually.holds("the remedy", () -> post.view().detail().contains("make room"), post::view);
        ticksPassed.addAndGet(Duration.ofMinutes(1).toNanos());
        Eventually.holds("cooling again", () -> machine.runs().size() == 2, machine::runs);
    }

    @Test
    void isBusyWithWhateverIsOpenOnItsMachine() {
        journal.accept(assignment(), 1);

        assertThat(post.facts().busyWith()).contains(new AttemptId("a"));
    }

    /** The assignment was judged before the stop came, and is offered after it. */
    @Test
    void refusesWhatIsOfferedToAMachineThatIsBeingStopped() {
        journal.clear(PRINTER, real.instant());
        post.start();
        post.tried().join();
        machine.hold("stop");
        post.stop("ada");

        post.offer(assignment());

        Eventually.holds("answered", () -> journal.known(new AttemptId("a")).isPresent());
        Optional<Answer> answer = journal.known(new AttemptId("a")).flatMap(KnownAttempt::answer);
        assertThat(answer.orElseThrow().fold(() -> Optional.empty(), refused -> Optional.of(refused.code())))
                .isEqualTo(Optional.of(Refusal.MACHINE_NOT_CLEARED));
        assertThat(machine.runs()).isEmpty();
    }

    /** It got past every question before the stop came, and began after the machine was stopped. */
    @Test
    void endsARunThatBeginsWhileItsMachineIsBeingStopped() {
        journal.clear(PRINTER, real.instant());
        post.start();
        machine.hold("run");
        post.offer(assignment());
        Eventually.holds("about to run", () -> !machine.runs().isEmpty());
        post.stop("ada");
        Eventually.holds("stopped", () -> post.view().detail().contains("stopped by ada"), post::view);

        machine.letGo();

        Eventually.holds("ended", () -> journal.open().isEmpty(), machine::wishes);
    }

    private Assignment assignment() {
        ProgramReference program = new ProgramReference(HASH, "/agent/v1/programs/" + HASH, PROGRAM.length);
        return new Assignment(
                new AttemptId("a"), 1, PRINTER, program, real.instant().plusSeconds(300));
    }
}
