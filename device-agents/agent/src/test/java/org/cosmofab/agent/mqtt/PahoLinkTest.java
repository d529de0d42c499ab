package org.cosmofab.agent.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.bridge.testing.Eventually;
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
    void anAgentWithAWrongSecretIsNotConnectedAndAnotherIs(@TempDir Path other) throws Exception {
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

    @Test
    void aLinkThatIsClosedWhileItConnectsLeavesNoConnection() throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Link link = new PahoLink(
                    new BrokerAccount(
                            URI.create("tcp://127.0.0.1:" + broker.getLocalPort()), new AgentId("bench-1"), "hush"),
                    "{}");
            AtomicInteger connections = new AtomicInteger();
            link.open(new Counting(connections));
            try (Socket socket = broker.accept()) {
                socket.setSoTimeout(30_000);
                byte[] wish = new byte[1024];
                assertThat(socket.getInputStream().read(wish)).isPositive();

                link.close();
                answer(socket);

                assertThat(socket.getInputStream().read(wish))
                        .as("the end of the connection")
                        .isNegative();
                assertThat(connections).hasValue(0);
            }
        }
    }

    /** Source: MQTT 5.0, 3.2 CONNACK: no session, success, no properties. */
    private static void answer(Socket socket) {
        try {
            socket.getOutputStream().write(new byte[] {0x20, 3, 0, 0, 0});
        } catch (IOException e) {
            // It has let go already, which is as well.
            assertThat(e).isNotNull();
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
