package org.cosmofab.agent.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.bridge.testing.Eventually;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** An orchestrator's end at a real broker: hears everything of one agent, with a session that outlives the broker. */
public final class MosquittoFarSide implements LinkContract.FarSide, MqttCallback {
    private static final Logger LOG = System.getLogger(MosquittoFarSide.class.getName());

    private final Mosquitto broker;
    private final AgentId agent;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> telemetry = new CopyOnWriteArrayList<>();
    private volatile String presence = "";
    private MqttAsyncClient client;

    public MosquittoFarSide(Mosquitto broker, String agent) throws MqttException {
        this.broker = broker;
        this.agent = new AgentId(agent);
        this.client = connect();
    }

    @Override
    public Link newLink(String lastWill) {
        return new PahoLink(new BrokerAccount(broker.uri(), agent, Mosquitto.secret(agent.value())), lastWill);
    }

    @Override
    public void send(String command) {
        try {
            client.publish(topic("commands"), command.getBytes(StandardCharsets.UTF_8), 1, false)
                    .waitForCompletion(10_000);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> events() {
        return events;
    }

    @Override
    public List<String> telemetry() {
        return telemetry;
    }

    @Override
    public String presence() {
        return presence;
    }

    @Override
    public void cut() {
        broker.kill();
    }

    @Override
    public void mend() {
        broker.restart();
        Eventually.holds("the orchestrator is connected again", this::reconnected);
    }

    private boolean reconnected() {
        try {
            release();
            client = connect();
            return true;
        } catch (MqttException e) {
            return false;
        }
    }

    @Override
    public void close() {
        release();
        broker.close();
    }

    private void release() {
        try {
            client.disconnectForcibly(0, 200, false);
            client.close(true);
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "the connection was gone already", e);
        }
    }

    private MqttAsyncClient connect() throws MqttException {
        MqttAsyncClient fresh = new MqttAsyncClient(broker.uri().toString(), "far-side", new MemoryPersistence());
        fresh.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Mosquitto.ORCHESTRATOR);
        options.setPassword(Mosquitto.secret(Mosquitto.ORCHESTRATOR).getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3600L);
        options.setSocketFactory(new PromptSockets());
        fresh.connect(options).waitForCompletion(10_000);
        fresh.subscribe("cosmofab/v1/agents/+/+", 1).waitForCompletion(10_000);
        return fresh;
    }

    private String topic(String last) {
        return "cosmofab/v1/agents/" + agent + "/" + last;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        String text = new String(message.getPayload(), StandardCharsets.UTF_8);
        if (topic.equals(topic("events"))) {
            events.add(text);
        } else if (topic.equals(topic("telemetry"))) {
            telemetry.add(text);
        } else if (topic.equals(topic("presence"))) {
            presence = text;
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean again, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
