package org.cosmofab.orchestrator.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.Wait;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

/** The whole way of a message: an agent's login, the embedded broker, the bus. */
@QuarkusTest
@TestProfile(BrokerProfile.class)
class MessagingTest {
    private static final String AGENT = "bench-7";
    private static final String EVENTS = "cosmofab/v1/agents/" + AGENT + "/events";

    @Inject
    Logins logins;

    @Inject
    MessageBus bus;

    @Inject
    Messaging messaging;

    @Test
    void anAgentIsHeardWithItsSecretUntilItGetsAnother() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe(EVENTS, (topic, payload) -> heard.add(new String(payload, StandardCharsets.UTF_8)));
        Wait.until("the bus is connected", bus::connected);
        MqttAsyncClient agent = connect(AGENT, logins.issueAgentSecret(new AgentId(AGENT)));

        assertThat(publish(agent, "hello")).isLessThan(0x80);
        Wait.until("the agent is heard", () -> heard.contains("hello"));

        logins.issueAgentSecret(new AgentId(AGENT));
        Wait.until("the old secret is refused", () -> refused(agent));
        agent.disconnectForcibly(0, 0, false);
        agent.close(true);
    }

    @Test
    void aPersonsLoginIsNoAgents() {
        logins.create("ada", "a good secret", Optional.empty(), Set.of(Role.ADMIN))
                .orThrow();

        assertThatThrownBy(() -> connect("ada", "a good secret")).isInstanceOf(MqttException.class);
    }

    @Test
    void healthTellsThatTheBrokerIsThere() {
        Wait.until("the bus is connected", bus::connected);

        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'broker' }.status", equalTo("UP"));
    }

    private MqttAsyncClient connect(String login, String secret) throws MqttException {
        MqttAsyncClient client =
                new MqttAsyncClient(messaging.brokerUrl().orElseThrow(), login, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(login);
        options.setPassword(secret.getBytes(StandardCharsets.UTF_8));
        client.connect(options).waitForCompletion(5_000);
        return client;
    }

    private static int publish(MqttAsyncClient client, String text) throws MqttException {
        var token = client.publish(EVENTS, text.getBytes(StandardCharsets.UTF_8), 1, false);
        token.waitForCompletion(5_000);
        return token.getReasonCodes()[0];
    }

    private static boolean refused(MqttAsyncClient client) {
        try {
            return publish(client, "again") >= 0x80;
        } catch (MqttException disconnected) {
            return true;
        }
    }
}
