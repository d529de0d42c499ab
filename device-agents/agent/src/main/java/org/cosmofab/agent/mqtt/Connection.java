package org.cosmofab.agent.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** One connection, from its beginning to its loss. Its callbacks come on the client's threads and never block. */
final class Connection implements MqttCallback {
    private static final Logger LOG = System.getLogger(Connection.class.getName());
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int CONNECT_SECONDS = 10;
    private static final long SESSION_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int REFUSED_FROM = 0x80;

    /** Who asked for the connection; told once that it is ready and once that it is lost. */
    interface Owner {
        void ready(Connection ready);

        void lost(Connection lost, String why);

        void received(byte[] message);
    }

    private final BrokerAccount account;
    private final Owner owner;
    private final MqttAsyncClient client;
    private final MqttConnectionOptions options;
    private final AtomicBoolean over = new AtomicBoolean();

    Connection(BrokerAccount account, byte[] lastWill, Owner owner) throws MqttException {
        this.account = account;
        this.owner = owner;
        this.options = options(account, lastWill);
        this.client =
                new MqttAsyncClient(account.broker().toString(), account.agent().value(), new MemoryPersistence());
        client.setCallback(this);
    }

    void begin() throws MqttException {
        client.connect(options, null, then(this::subscribe, this::lost));
    }

    /** A connection that was given up while it was being made can be ended only now. */
    private void subscribe() {
        if (over.get()) {
            abandon();
            return;
        }
        try {
            client.subscribe(account.topic("commands"), 1, null, then(() -> owner.ready(this), this::lost));
        } catch (MqttException e) {
            lost(e.toString());
        }
    }

    CompletionStage<Void> publish(String topic, byte[] message, int quality, boolean retained) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        try {
            client.publish(topic, message, quality, retained, null, new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    int worst = worstReason(token);
                    if (worst < REFUSED_FROM) {
                        taken.complete(null);
                    } else {
                        LOG.log(Level.ERROR, new PublishRefused(topic, worst).getMessage());
                        taken.completeExceptionally(new PublishRefused(topic, worst));
                    }
                }

                @Override
                public void onFailure(IMqttToken token, Throwable failure) {
                    taken.completeExceptionally(failure);
                }
            });
        } catch (MqttException e) {
            taken.completeExceptionally(e);
        }
        return taken;
    }

    /** Says good-bye to the broker, so that it does not tell the last will. */
    void end(Duration patience) {
        over.set(true);
        try {
            client.disconnect(patience.toMillis()).waitForCompletion(patience.toMillis());
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "no orderly end of the connection", e);
        }
        release();
    }

    /** Lets go of a connection that is lost. */
    void abandon() {
        over.set(true);
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            LOG.log(Level.TRACE, "a lost connection cannot be ended", e);
        }
        release();
    }

    private void release() {
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "a client could not be closed", e);
        }
    }

    private void lost(String why) {
        if (over.compareAndSet(false, true)) {
            owner.lost(this, why);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost(String.valueOf(response.getException() == null ? response : response.getException()));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        owner.received(message.getPayload());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.log(Level.DEBUG, "the client reports an error", exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        LOG.log(Level.TRACE, "delivered");
    }

    @Override
    public void connectComplete(boolean again, String broker) {
        LOG.log(Level.TRACE, "connected to {0}", broker);
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        LOG.log(Level.DEBUG, "an authentication packet came that nobody asked for");
    }

    private interface Complaint {
        void lost(String why);
    }

    private static MqttActionListener then(Runnable next, Complaint complaint) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                int worst = worstReason(token);
                if (worst < REFUSED_FROM) {
                    next.run();
                } else {
                    complaint.lost("refused with reason 0x" + Integer.toHexString(worst));
                }
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                complaint.lost(String.valueOf(failure));
            }
        };
    }

    private static int worstReason(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null ? 0 : Arrays.stream(codes).max().orElse(0);
    }

    private static MqttConnectionOptions options(BrokerAccount account, byte[] lastWill) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account.agent().value());
        options.setPassword(account.secret().getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_SECONDS);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setWill(account.topic("presence"), will(lastWill));
        if (account.broker().getScheme().equals("tcp")) {
            options.setSocketFactory(new PromptSockets());
        }
        return options;
    }

    private static MqttMessage will(byte[] lastWill) {
        MqttMessage will = new MqttMessage(lastWill);
        will.setQos(1);
        will.setRetained(true);
        return will;
    }
}
