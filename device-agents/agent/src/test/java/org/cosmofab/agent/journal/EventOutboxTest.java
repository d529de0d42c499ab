package org.cosmofab.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cosmofab.agent.SettableClock;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.bridge.machine.MachineStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventOutboxTest {
    @TempDir
    Path place;

    private final SlowLink link = new SlowLink();
    private DataDirectory data;
    private AttemptJournal journal;
    private EventOutbox outbox;
    private long first;

    @BeforeEach
    void open() {
        data = DataDirectory.claim(place);
        Clocks clocks =
                new Clocks(new SettableClock("2026-03-02T09:00:00Z"), new SettableClock("2026-11-23T06:25:00Z"));
        journal = new AttemptJournal(data, event -> Long.toString(event.sequence()), clocks);
        outbox = new EventOutbox(journal, link, Runnable::run);
        first = clocks.real().millis() + 1;
    }

    @AfterEach
    void close() {
        journal.close();
        data.close();
    }

    @Test
    void handsOverTheNextOnlyWhenTheBrokerHasTheOneBefore() {
        tell(3);
        outbox.wake();
        outbox.wake();
        assertThat(link.told()).containsExactly(1L);

        link.take();
        link.take();

        assertThat(link.told()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void startsAgainFromTheOldestAfterEveryConnection() {
        tell(3);
        outbox.wake();
        link.take();
        link.answers.clear();
        outbox.connected();
        link.take();
        link.take();

        assertThat(link.told()).containsExactly(1L, 2L, 1L, 2L, 3L);
    }

    @Test
    void doesNotGoOnWhenTheBrokerDidNotTakeOne() {
        tell(2);
        outbox.wake();
        link.lose();
        assertThat(link.told()).containsExactly(1L);

        outbox.connected();
        link.take();

        assertThat(link.told()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void anAnswerFromAnOldConnectionCountsForNothing() {
        tell(2);
        outbox.wake();
        CompletableFuture<Void> old = link.answers.remove(0);
        outbox.connected();
        old.complete(null);

        assertThat(link.told()).containsExactly(1L, 1L);
    }

    @Test
    void sendsAgainWhatNobodyAcknowledgesBetweenTwoLooks() {
        tell(2);
        outbox.wake();
        link.take();
        link.take();
        outbox.lookAgain();
        assertThat(link.told()).hasSize(2);

        outbox.lookAgain();
        link.take();

        assertThat(link.told()).containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void isQuietWhenAllIsAcknowledged() {
        tell(2);
        outbox.wake();
        link.take();
        link.take();
        outbox.lookAgain();
        outbox.acknowledge(first + 1);
        outbox.lookAgain();
        outbox.lookAgain();

        assertThat(link.told()).hasSize(2);
    }

    @Test
    void isAtRestWhenTheBrokerHasAllOrTakesNone() {
        tell(1);
        CompletionStage<Void> rest = outbox.atRest();
        assertThat(rest.toCompletableFuture()).isNotDone();
        link.take();
        assertThat(rest.toCompletableFuture()).isDone();

        tell(1);
        CompletionStage<Void> without = outbox.atRest();
        link.lose();
        assertThat(without.toCompletableFuture()).isDone();
    }

    @Test
    void ofAMachineThatComesAndGoesUnheardOnlyTheNewestIsKept() {
        tell(1);
        outbox.wake();
        for (int i = 0; i < 1_000; i++) {
            change("printer-1", i);
            change("laser-1", i);
        }
        while (!link.answers.isEmpty()) {
            link.take();
        }

        assertThat(link.told()).containsExactly(1L, 2000L, 2001L);
    }

    @Test
    void whatWasHandedOverOnceComesAgainUntilAcknowledged() {
        change("printer-1", 1);
        outbox.wake();
        link.take();
        change("printer-1", 2);
        outbox.connected();
        link.take();
        link.take();

        assertThat(link.told()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void keepsToItselfWhatIsTooMuchUntilSomethingIsAcknowledged() {
        int most = AttemptJournal.UNACKNOWLEDGED_MAX;
        tell(most + 2);
        outbox.wake();
        while (!link.answers.isEmpty()) {
            link.take();
        }
        assertThat(link.told()).hasSize(most);

        outbox.acknowledge(first);
        link.take();

        assertThat(link.told()).endsWith(most + 1L);
    }

    private void change(String machine, int turn) {
        journal.tell(new Happening.MachineChanged(new MachineView(
                new MachineId(machine), "print", "marlin", MachineStatus.State.IDLE, "turn " + turn, false)));
    }

    private void tell(int events) {
        for (int i = 0; i < events; i++) {
            journal.tell(new Happening.AttemptsReported(List.of(), List.of()));
        }
    }

    /** A link whose broker answers when the test says so. */
    private final class SlowLink implements Link {
        private final List<String> messages = new ArrayList<>();
        private final List<CompletableFuture<Void>> answers = new ArrayList<>();

        List<Long> told() {
            return messages.stream().map(m -> Long.parseLong(m) - first + 1).toList();
        }

        void take() {
            answers.remove(0).complete(null);
        }

        void lose() {
            answers.remove(0).completeExceptionally(new IllegalStateException("lost"));
        }

        @Override
        public CompletionStage<Void> tellEvent(String message) {
            messages.add(message);
            answers.add(new CompletableFuture<>());
            return answers.get(answers.size() - 1);
        }

        @Override
        public void open(Listener listener) {
            listener.connected();
        }

        @Override
        public void tellPresence(String message) {
            messages.add(message);
        }

        @Override
        public void tellTelemetry(String message) {
            messages.add(message);
        }

        @Override
        public void close() {
            answers.clear();
        }
    }
}
