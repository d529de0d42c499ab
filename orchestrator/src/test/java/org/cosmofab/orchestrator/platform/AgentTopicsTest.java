package org.cosmofab.orchestrator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.cosmofab.orchestrator.testing.Wait;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents may and may not do at the embedded broker, seen from an agent's side. */
class AgentTopicsTest {
    private static final String OURS = "$orchestrator";
    private static final String SECRET = "secret";
    private static final int NOT_AUTHORIZED = 0x87;

    @TempDir
    Path folder;

    private final AtomicReference<String> secretOfAgentOne = new AtomicReference<>(SECRET);
    private final List<MqttAsyncClient> clients = new ArrayList<>();
    private EmbeddedBroker broker;
    private PahoBus bus;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        BrokerGate gate = new BrokerGate(
                OURS,
                SECRET,
                (user, secret) -> user.equals("agent-1") && secret.equals(secretOfAgentOne.get())
                        || user.equals("agent-2") && secret.equals(SECRET));
        broker = new EmbeddedBroker(folder, "127.0.0.1", 0, gate);
        broker.start();
        bus = new PahoBus(new BusAddress(broker.url(), "orchestrator", OURS, SECRET));
        bus.subscribe("cosmofab/v1/#", (topic, payload) -> heard.add(topic + "=" + MessageBusContract.text(payload)));
        bus.start();
        Wait.until("the bus is connected", bus::connected);
        Wait.until("the bus hears", () -> {
            bus.publish("cosmofab/v1/warm-up", new byte[0]);
            return !heard.isEmpty();
        });
    }

    @AfterEach
    void stop() throws MqttException {
        for (MqttAsyncClient client : clients) {
            client.disconnectForcibly(0, 0, false);
            client.close(true);
        }
        bus.close();
        broker.close();
    }

    @Test
    void anAgentSpeaksOnItsOwnTopicsAndHearsItsCommands() throws Exception {
        MqttAsyncClient agent = connect("agent-1", "agent-1", SECRET);
        List<String> commands = new CopyOnWriteArrayList<>();
        subscribe(agent, "cosmofab/v1/agents/agent-1/commands", commands);

        publish(agent, "cosmofab/v1/agents/agent-1/presence", "here");
        publish(agent, "cosmofab/v1/agents/agent-1/events", "event");
        publish(agent, "cosmofab/v1/agents/agent-1/telemetry", "warm");
        bus.publish("cosmofab/v1/agents/agent-1/commands", MessageBusContract.bytes("go"));

        Wait.until(
                "all were heard",
                () -> commands.contains("go")
                        && heard.contains("cosmofab/v1/agents/agent-1/presence=here")
                        && heard.contains("cosmofab/v1/agents/agent-1/events=event")
                        && heard.contains("cosmofab/v1/agents/agent-1/telemetry=warm"));
    }

    @Test
    void anAgentCannotSpeakForAnother() throws Exception {
        MqttAsyncClient agent = connect("agent-1", "agent-1", SECRET);

        for (String topic : List.of(
                "cosmofab/v1/agents/agent-2/events",
                "cosmofab/v1/agents/agent-1/commands",
                "cosmofab/v1/agents/agent-1/events/more",
                "cosmofab/v1/agents/agent-1.events",
                "cosmofab/v1/other",
                "$sys/mqtt/sessions",
                "$sys/x")) {
            assertThat(publish(agent, topic, "forged")).as(topic).isEqualTo(NOT_AUTHORIZED);
        }
        assertThat(publish(agent, "cosmofab/v1/agents/agent-1/events", "last")).isLessThan(0x80);
        Wait.until("the last was heard", () -> heard.contains("cosmofab/v1/agents/agent-1/events=last"));
        assertThat(heard).noneMatch(message -> message.contains("forged"));
    }

    @Test
    void anAgentCannotListenToAnother() throws Exception {
        MqttAsyncClient agent = connect("agent-1", "agent-1", SECRET);
        List<String> leaked = new CopyOnWriteArrayList<>();
        List<String> own = new CopyOnWriteArrayList<>();

        for (String filter : List.of(
                "cosmofab/v1/agents/agent-2/commands",
                "cosmofab/v1/agents/+/commands",
                "cosmofab/v1/#",
                "#",
                "+/+/+/+/+",
                "$share/x/cosmofab/v1/agents/agent-2/commands",
                "cosmofab/v1/agents/agent-2/presence",
                "$sys/#",
                "$sys/mqtt/sessions")) {
            assertThat(subscribe(agent, filter, leaked)).as(filter).isEqualTo(NOT_AUTHORIZED);
        }
        assertThat(subscribe(agent, "cosmofab/v1/agents/agent-1/commands", own)).isLessThan(0x80);
        bus.publish("cosmofab/v1/agents/agent-2/commands", MessageBusContract.bytes("not for one"));
        bus.publish("cosmofab/v1/agents/agent-1/commands", MessageBusContract.bytes("for one"));
        Wait.until("its own arrived", () -> own.contains("for one"));
        assertThat(leaked).isEmpty();
        assertThat(own).containsExactly("for one");
    }

    @Test
    void anAgentCannotConnectUnderTheClientIdOfAnother() throws Exception {
        MqttAsyncClient two = connect("agent-2", "agent-2", SECRET);

        assertThat(refusesToConnect("agent-2", "agent-1", SECRET)).isTrue();
        assertThat(refusesToConnect("orchestrator", "agent-1", SECRET)).isTrue();
        assertThat(two.isConnected()).isTrue();
        assertThat(bus.connected()).isTrue();
    }

    @Test
    void anAgentCannotLeaveAWillOnAnothersTopic() throws Exception {
        MqttConnectionOptions options = options("agent-1", SECRET);
        options.setWill(
                "cosmofab/v1/agents/agent-2/presence", new MqttMessage("forged".getBytes(StandardCharsets.UTF_8)));
        MqttAsyncClient agent = client("agent-1");
        try {
            agent.connect(options).waitForCompletion(5_000);
            agent.disconnectForcibly(0, 0, false);
        } catch (MqttException refused) {
            assertThat(refused.getReasonCode()).isNotZero();
        }

        MqttAsyncClient two = connect("agent-2", "agent-2", SECRET);
        publish(two, "cosmofab/v1/agents/agent-2/events", "later");
        Wait.until("later arrived", () -> heard.contains("cosmofab/v1/agents/agent-2/events=later"));
        assertThat(heard).noneMatch(message -> message.contains("forged"));
    }

    @Test
    void theWillOnItsOwnPresenceIsPublished() throws Exception {
        MqttConnectionOptions options = options("agent-1", SECRET);
        options.setWill(
                "cosmofab/v1/agents/agent-1/presence", new MqttMessage("gone".getBytes(StandardCharsets.UTF_8)));
        MqttAsyncClient agent = client("agent-1");
        agent.connect(options).waitForCompletion(5_000);

        agent.disconnectForcibly(0, 0, false);

        Wait.until("the will was heard", () -> heard.contains("cosmofab/v1/agents/agent-1/presence=gone"));
    }

    @Test
    void strangersAndWrongSecretsStayOut() {
        assertThat(refusesToConnect("agent-1", "agent-1", "wrong")).isTrue();
        assertThat(refusesToConnect("agent-9", "agent-9", SECRET)).isTrue();
        assertThat(refusesToConnect("x", OURS, "wrong")).isTrue();
        assertThat(refusesToConnect("agent-1", null, null)).isTrue();
    }

    @Test
    void aRevokedSecretEndsWithinSecondsWithoutAReconnection() throws Exception {
        MqttAsyncClient agent = connect("agent-1", "agent-1", SECRET);
        assertThat(publish(agent, "cosmofab/v1/agents/agent-1/events", "before"))
                .isLessThan(0x80);

        secretOfAgentOne.set("another");

        Wait.until("the agent is refused", java.time.Duration.ofSeconds(5), () -> {
            try {
                return !agent.isConnected() || publish(agent, "cosmofab/v1/agents/agent-1/events", "after") >= 0x80;
            } catch (MqttException disconnected) {
                return true;
            }
        });
    }

    private boolean refusesToConnect(String clientId, String user, String secret) {
        try {
            connect(clientId, user, secret);
            return false;
        } catch (MqttException refused) {
            return true;
        }
    }

    private MqttAsyncClient connect(String clientId, String user, String secret) throws MqttException {
        MqttAsyncClient client = client(clientId);
        client.connect(options(user, secret)).waitForCompletion(5_000);
        return client;
    }

    private MqttAsyncClient client(String clientId) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(broker.url(), clientId, new MemoryPersistence());
        clients.add(client);
        return client;
    }

    private static MqttConnectionOptions options(String user, String secret) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSocketFactory(new PromptSockets());
        if (user != null) {
            options.setUserName(user);
            options.setPassword(secret.getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    /** The reason code of the answer. */
    private static int publish(MqttAsyncClient client, String topic, String text) throws MqttException {
        IMqttToken token = client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, false);
        token.waitForCompletion(5_000);
        return token.getReasonCodes()[0];
    }

    private static int subscribe(MqttAsyncClient client, String filter, List<String> arrived) throws MqttException {
        client.setCallback(new PahoEvents(
                new BusAddress(client.getServerURI(), client.getClientId(), "", ""),
                (topic, payload) -> arrived.add(MessageBusContract.text(payload)),
                () -> {},
                () -> {}));
        IMqttToken token = client.subscribe(filter, 1);
        token.waitForCompletion(5_000);
        return token.getReasonCodes()[0];
    }
}
