package org.cosmofab.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.bridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every link promises, whatever it goes through. */
public abstract class LinkContract {
    private static final String WILL = "{\"online\":false}";

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private FarSide far;
    private Link link;

    /** The orchestrator's end, and the power to cut the line. */
    public interface FarSide extends AutoCloseable {
        Link newLink(String lastWill);

        void send(String command);

        List<String> events();

        List<String> telemetry();

        /** The last one, as a newcomer sees it. */
        String presence();

        void cut();

        void mend();

        @Override
        void close();
    }

    abstract FarSide newFarSide() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        far = newFarSide();
        link = far.newLink(WILL);
        link.open(new Link.Listener() {
            @Override
            public void connected() {
                connections.incrementAndGet();
            }

            @Override
            public void received(byte[] message) {
                commands.add(new String(message, StandardCharsets.UTF_8));
            }
        });
        Eventually.holds("connected", () -> connections.get() == 1);
    }

    @AfterEach
    void end() {
        link.close();
        far.close();
    }

    @Test
    void eventsArriveAndAreKnownToHaveArrived() {
        CompletionStage<Void> told = link.tellEvent("{\"event\":1}");

        Eventually.holds("taken", () -> isDone(told));
        Eventually.holds("arrived", () -> far.events().contains("{\"event\":1}"), () -> far.events());
    }

    @Test
    void eventsToldInTurnArriveInOrder() {
        for (int i = 0; i < 50; i++) {
            CompletionStage<Void> told = link.tellEvent("{\"event\":" + i + "}");
            Eventually.holds("taken", () -> isDone(told));
        }

        Eventually.holds("all arrived", () -> far.events().size() == 50, () -> far.events());
        assertThat(far.events().get(0)).isEqualTo("{\"event\":0}");
        assertThat(far.events().get(49)).isEqualTo("{\"event\":49}");
    }

    @Test
    void commandsArrive() {
        far.send("{\"command\":1}");

        Eventually.holds("arrived", () -> commands.contains("{\"command\":1}"), () -> commands);
    }

    @Test
    void aNewcomerSeesTheLastPresence() {
        link.tellPresence("{\"online\":true,\"turn\":1}");
        link.tellPresence("{\"online\":true,\"turn\":2}");

        Eventually.holds("the last one", () -> far.presence().contains("\"turn\":2"), far::presence);
    }

    @Test
    void telemetryIsDroppedWithoutAConnectionAndNothingFails() {
        far.cut();
        Eventually.holds("noticed", () -> isFailed(link.tellEvent("{\"event\":0}")));
        link.tellTelemetry("{\"moment\":1}");
        far.mend();
        Eventually.holds("connected again", () -> connections.get() >= 2);
        link.tellTelemetry("{\"moment\":2}");

        Eventually.holds("the later", () -> far.telemetry().contains("{\"moment\":2}"), () -> far.telemetry());
        assertThat(far.telemetry()).doesNotContain("{\"moment\":1}");
    }

    @Test
    void eventsFailWithoutAConnectionAndPassAfterTheNext() {
        far.cut();
        Eventually.holds("noticed", () -> isFailed(link.tellEvent("{\"event\":0}")));

        far.mend();
        Eventually.holds("connected again", () -> connections.get() >= 2);
        CompletionStage<Void> told = link.tellEvent("{\"event\":2}");

        Eventually.holds("arrived", () -> isDone(told) && far.events().contains("{\"event\":2}"), () -> far.events());
    }

    @Test
    void theLastPresenceIsOutWhenTheLinkIsClosed() {
        link.tellPresence("{\"online\":false,\"farewell\":true}");
        link.close();

        Eventually.holds("farewell", () -> far.presence().contains("farewell"), far::presence);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        link.close();
        link.close();

        assertThat(isFailed(link.tellEvent("{}"))).isTrue();
    }

    private static boolean isDone(CompletionStage<Void> told) {
        return told.toCompletableFuture().isDone()
                && !told.toCompletableFuture().isCompletedExceptionally();
    }

    private static boolean isFailed(CompletionStage<Void> told) {
        return told.toCompletableFuture().isCompletedExceptionally();
    }
}
