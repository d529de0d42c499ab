package org.cosmofab.orchestrator.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jboss.logging.Logger;

/**
 * The message bus over an MQTT 5 broker. Connects when started, and again whenever the connection is lost, for ever.
 * Nothing here waits inside a callback of the client: the client would hang.
 */
final class PahoBus implements MessageBus, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PahoBus.class);
    private static final int AT_LEAST_ONCE = 1;
    /** Reason codes from here on are refusals. Source: MQTT 5.0, section 2.4. */
    private static final int REFUSED = 0x80;

    private static final long SESSION_EXPIRY_SECONDS = Duration.ofDays(7).toSeconds();
    /** Senders repeat what was not answered, so an old copy is worth nothing and only fills queues. */
    private static final long MESSAGE_EXPIRY_SECONDS = 60;

    private static final int RECONNECT_SECONDS_MIN = 1;
    private static final int RECONNECT_SECONDS_MAX = 30;
    private static final long DISCONNECT_MILLIS = 2_000;

    private final BusAddress address;
    private final MqttAsyncClient client;
    private final MqttConnectionOptions options;
    private final Deliveries deliveries = new Deliveries();
    private final OutgoingMessages outgoing = new OutgoingMessages(this::send);
    private final ScheduledExecutorService connector;

    /**
     * @throws IllegalArgumentException if the address is not that of a broker
     */
    PahoBus(BusAddress address) {
        this.address = address;
        this.options = options(address);
        this.connector = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "message-connector");
            thread.setDaemon(true);
            return thread;
        });
        try {
            client = new MqttAsyncClient(address.url(), address.clientId(), new MemoryPersistence());
        } catch (MqttException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cosmofab.broker.url is not a broker's, such as tcp://host:1883: " + address.url(), e);
        }
        client.setCallback(new PahoEvents(address, deliveries::arrived, this::subscribeAll, outgoing::dropAll));
    }

    private static MqttConnectionOptions options(BusAddress address) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
        options.setAutomaticReconnect(true);
        options.setAutomaticReconnectDelay(RECONNECT_SECONDS_MIN, RECONNECT_SECONDS_MAX);
        options.setConnectionTimeout(5);
        options.setKeepAliveInterval(15);
        if (!address.user().isEmpty()) {
            options.setUserName(address.user());
            options.setPassword(address.password().getBytes(StandardCharsets.UTF_8));
        }
        if (address.url().startsWith("tcp:")) {
            options.setSocketFactory(new PromptSockets());
        }
        return options;
    }

    /** Connects, sooner or later; does not wait. */
    void start() {
        connector.execute(() -> connect(RECONNECT_SECONDS_MIN));
    }

    /** The client reconnects by itself, but only after it was connected once. */
    private void connect(int nextDelaySeconds) {
        MqttActionListener listener = new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                LOG.debugf("connected to the broker at %s", address);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable reason) {
                connectLater(nextDelaySeconds, reason);
            }
        };
        try {
            client.connect(options, null, listener);
        } catch (MqttException e) {
            connectLater(nextDelaySeconds, e);
        }
    }

    private void connectLater(int delaySeconds, Throwable reason) {
        if (connector.isShutdown()) {
            return;
        }
        LOG.warnf("no broker at %s (%s); trying again in %d s", address, reason.getMessage(), delaySeconds);
        int next = Math.min(delaySeconds * 2, RECONNECT_SECONDS_MAX);
        connector.schedule(() -> connect(next), delaySeconds, TimeUnit.SECONDS);
    }

    @Override
    public void publish(String topic, byte[] payload) {
        if (!client.isConnected()) {
            LOG.debugf("dropped a message of %s: no connection", topic);
        } else if (!outgoing.offer(new OutgoingMessages.Message(topic, payload))) {
            LOG.warnf("dropped a message of %s: too many are waiting", topic);
        }
    }

    private void send(OutgoingMessages.Message outgoingMessage) {
        MqttMessage message = new MqttMessage(outgoingMessage.payload());
        message.setQos(AT_LEAST_ONCE);
        MqttProperties properties = new MqttProperties();
        properties.setMessageExpiryInterval(MESSAGE_EXPIRY_SECONDS);
        message.setProperties(properties);
        String topic = outgoingMessage.topic();
        try {
            client.publish(topic, message, topic, new LogRefusal("publish to", outgoing::answered));
        } catch (MqttException e) {
            LOG.debugf("dropped a message of %s: %s", topic, e.getMessage());
            connector.execute(outgoing::answered);
        }
    }

    @Override
    public void subscribe(String topicFilter, BiConsumer<String, byte[]> handler) {
        deliveries.add(topicFilter, handler);
        if (client.isConnected()) {
            subscribe(List.of(topicFilter));
        }
    }

    private void subscribeAll() {
        subscribe(deliveries.topicFilters());
    }

    private void subscribe(List<String> topicFilters) {
        for (String topicFilter : topicFilters) {
            try {
                client.subscribe(topicFilter, AT_LEAST_ONCE, topicFilter, new LogRefusal("subscribe to", () -> {}));
            } catch (MqttException e) {
                LOG.warnf("could not subscribe to %s, will do when connected again: %s", topicFilter, e.getMessage());
            }
        }
    }

    @Override
    public boolean connected() {
        return client.isConnected();
    }

    /** Leaves the broker; the session stays there. */
    @Override
    public void close() {
        connector.shutdownNow();
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(DISCONNECT_MILLIS);
            }
        } catch (MqttException e) {
            LOG.debugf("left the broker without its answer: %s", e.getMessage());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debugf("the client did not close: %s", e.getMessage());
        }
        deliveries.close();
    }

    /** Says in the log what the broker refused; the client does not throw for it. */
    private record LogRefusal(String what, Runnable afterwards) implements MqttActionListener {

        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            if (codes != null && codes.length > 0 && codes[0] >= REFUSED) {
                LOG.errorf("the broker refused to %s %s: reason 0x%02x", what, token.getUserContext(), codes[0]);
            }
            afterwards.run();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable reason) {
            LOG.warnf("%s %s failed: %s", what, token.getUserContext(), reason.getMessage());
            afterwards.run();
        }
    }
}
