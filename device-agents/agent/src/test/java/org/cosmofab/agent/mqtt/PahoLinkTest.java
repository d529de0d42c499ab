package org.cosmofab.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.agent.Eventually;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PahoLinkTest extends LinkContract {

    @TempDir
    Path directory;

    @Override
    FarSide newFarSide() throws Exception {
        return new MosquittoFarSide(Mosquitto.start(directory, "bench-1", "bench-2"), "bench-1");
    }

    @Test
    void anAgentWithAWrongSecretIsNotConnectedAndKeepsTrying(@TempDir Path other) throws Exception {
        try (Mosquitto broker = Mosquitto.start(other, "bench-1")) {
            AtomicInteger connections = new AtomicInteger();
            Link link = new PahoLink(new BrokerAccount(broker.uri(), new AgentId("bench-1"), "wrong"), "{}");
            link.open(new Counting(connections));
            Link right = new PahoLink(
                    new BrokerAccount(broker.uri(), new AgentId("bench-1"), Mosquitto.secret("bench-1")), "{}");
            AtomicInteger rightConnections = new AtomicInteger();
            right.open(new Counting(rightConnections));

            Eventually.holds("the right one is connected", () -> rightConnections.get() == 1);
            assertThat(connections).hasValue(0);
            link.close();
            right.close();
        }
    }

    @Test
    void anEventThatTheBrokerRefusesIsNotTaken(@TempDir Path other) throws Exception {
        try (Mosquitto broker = Mosquitto.start(other, "mute")) {
            AtomicInteger connections = new AtomicInteger();
            Link mute =
                    new PahoLink(new BrokerAccount(broker.uri(), new AgentId("mute"), Mosquitto.secret("mute")), "{}");
            mute.open(new Counting(connections));
            Eventually.holds("connected", () -> connections.get() == 1);

            CompletableFuture<Void> told = mute.tellEvent("{}").toCompletableFuture();

            Eventually.holds("refused", told::isCompletedExceptionally);
            assertThatThrownBy(told::join).hasRootCauseInstanceOf(PublishRefused.class);
            mute.close();
        }
    }

    private record Counting(AtomicInteger connections) implements Link.Listener {
        @Override
        public void connected() {
            connections.incrementAndGet();
        }

        @Override
        public void received(byte[] message) {}
    }
}
