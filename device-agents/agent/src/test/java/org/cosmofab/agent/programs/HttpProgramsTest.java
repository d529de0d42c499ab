package org.cosmofab.agent.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.ProgramUnavailable;
import org.cosmofab.bridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpProgramsTest {
    private static final String PROGRAM = "G28\nG1 X1\n";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STALL = Duration.ofMillis(300);

    private ProgramShelf shelf;
    private HttpPrograms programs;

    @BeforeEach
    void open() throws Exception {
        shelf = new ProgramShelf("bench-1", "hush");
        programs = programs(shelf.uri(), "hush");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void fetchesTheExactBytes() {
        assertThat(programs.fetch(reference(PROGRAM.length()), PATIENCE))
                .asString()
                .isEqualTo(PROGRAM);
    }

    @Test
    void readsNoMoreThanOneByteTooMany() {
        assertThat(programs.fetch(reference(3), PATIENCE)).hasSize(4);
    }

    @Test
    void fetchesNothingThatIsTooLarge() {
        assertThatThrownBy(() -> programs.fetch(reference(2_000), PATIENCE))
                .isInstanceOf(ProgramUnavailable.class)
                .hasMessageContaining("1000");
    }

    @Test
    void triesAgainWhatMayPass() {
        shelf.failNext(503);
        shelf.failNext(500);

        assertThat(programs.fetch(reference(PROGRAM.length()), PATIENCE)).hasSize(PROGRAM.length());
    }

    @Test
    void givesUpAfterThreeTries() {
        shelf.failNext(503);
        shelf.failNext(503);
        shelf.failNext(503);

        assertThatThrownBy(() -> programs.fetch(reference(PROGRAM.length()), PATIENCE))
                .isInstanceOf(ProgramUnavailable.class)
                .hasMessageContaining("503");
    }

    @Test
    void saysWhenItMayNotOrThereIsNone() {
        ProgramReference there = reference(PROGRAM.length());
        assertThatThrownBy(() -> programs(shelf.uri(), "wrong").fetch(there, PATIENCE))
                .isInstanceOf(ProgramUnavailable.class)
                .hasMessageContaining("401");

        String none = "0".repeat(64);
        assertThatThrownBy(() -> programs.fetch(new ProgramReference(none, "/agent/v1/programs/" + none, 4), PATIENCE))
                .isInstanceOf(ProgramUnavailable.class)
                .hasMessageContaining("404");
    }

    @Test
    void saysWhenNobodyAnswers() {
        URI nobody = shelf.uri();
        shelf.close();

        assertThatThrownBy(() -> programs(nobody, "hush").fetch(reference(PROGRAM.length()), PATIENCE))
                .isInstanceOf(ProgramUnavailable.class)
                .hasMessageContaining("no answer from");
    }

    @Test
    @Timeout(30)
    void triesAgainWhenNothingMoreComesInTheMiddle() {
        shelf.stallNext();

        assertThat(programs.fetch(reference(PROGRAM.length()), PATIENCE))
                .asString()
                .isEqualTo(PROGRAM);
    }

    @Test
    @Timeout(30)
    void neverTakesLongerThanIsOfUse() {
        HttpPrograms patient = new HttpPrograms(shelf.uri(), new AgentId("bench-1"), "hush", 1_000, PATIENCE);
        ProgramReference there = reference(PROGRAM.length());
        shelf.stallNext();

        assertThatThrownBy(() -> patient.fetch(there, Duration.ofMillis(500)))
                .isInstanceOf(ProgramUnavailable.class)
                .hasMessageContaining("did not deliver in time: 5 bytes came");
        assertThatThrownBy(() -> patient.fetch(there, Duration.ZERO)).isInstanceOf(ProgramUnavailable.class);
    }

    @Test
    @Timeout(30)
    void endsAFetchWhenItIsClosed() {
        HttpPrograms patient = new HttpPrograms(shelf.uri(), new AgentId("bench-1"), "hush", 1_000, PATIENCE);
        ProgramReference there = reference(PROGRAM.length());
        shelf.stallNext();
        CompletableFuture<byte[]> fetching = CompletableFuture.supplyAsync(() -> patient.fetch(there, PATIENCE));
        Eventually.holds("in the middle", shelf::isStalling);

        patient.close();

        assertThatThrownBy(fetching::join).hasCauseInstanceOf(ProgramUnavailable.class);
    }

    private ProgramReference reference(int bytes) {
        String hash = shelf.put(PROGRAM);
        return new ProgramReference(hash, "/agent/v1/programs/" + hash, bytes);
    }

    private static HttpPrograms programs(URI uri, String secret) {
        return new HttpPrograms(uri, new AgentId("bench-1"), secret, 1_000, STALL);
    }
}
