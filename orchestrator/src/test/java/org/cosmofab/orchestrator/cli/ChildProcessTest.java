package org.cosmofab.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.orchestrator.cli.ChildProcess.Identity;
import org.cosmofab.orchestrator.cli.ChildProcess.Restarts;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aProcessIsFoundAgainByWhatWasWritten() throws Exception {
        Process child = new ProcessBuilder("cat").start();
        try {
            Identity written = Identity.of(child.toHandle());

            assertThat(Identity.parse(written.toString()).orElseThrow().process())
                    .contains(child.toHandle());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotOurs() throws Exception {
        Process child = new ProcessBuilder("cat").start();
        try {
            Identity older = new Identity(
                    child.pid(),
                    child.toHandle().info().startInstant().orElseThrow().minusSeconds(60));

            assertThat(older.process()).isEmpty();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void weAreNeverOurOwnChild() {
        assertThat(Identity.of(ProcessHandle.current()).process()).isEmpty();
    }

    @Test
    void whatWasNotWrittenWholeIsNoProcess() {
        assertThat(Identity.parse("")).isEmpty();
        assertThat(Identity.parse("12")).isEmpty();
        assertThat(Identity.parse("12 " + Instant.EPOCH)).isPresent();
    }

    @Test
    void oneThatFailsAtItsStartIsTriedEverMoreRarely() {
        Restarts restarts = new Restarts(nanos::get);
        restarts.begun();
        assertThat(restarts.due()).as("at once after the first end").isTrue();
        restarts.begun();
        assertThat(restarts.due()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(restarts.due()).isTrue();
        for (int i = 0; i < 20; i++) {
            restarts.begun();
        }
        pass(Duration.ofSeconds(59));
        assertThat(restarts.due()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(restarts.due()).as("but at least once a minute").isTrue();
        pass(Duration.ofMinutes(1));
        restarts.begun();
        assertThat(restarts.due()).as("after a long life at once").isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
