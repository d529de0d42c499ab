package org.cosmofab.agent.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cosmofab.agent.domain.Link;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * A link through an MQTT 5 broker. One thread makes the connections, one after the other; publishing goes from any thread
 * through the connection that there is.
 */
public final class PahoLink implements Link {
    private static final Logger LOG = System.getLogger(PahoLink.class.getName());
    private static final Duration PAUSE_MIN = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final BrokerAccount account;
    private final byte[] lastWill;
    private final ScheduledExecutorService connecting = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "link");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Connection current;
    /** The last one that was begun, ready or not; of the link's thread. */
    private @Nullable Connection begun;

    private volatile CompletionStage<Void> lastPresence = CompletableFuture.completedFuture(null);
    private volatile boolean closed;
    private Duration pause = PAUSE_MIN;

    /** @param lastWill the presence that the broker tells when this agent is gone */
    public PahoLink(BrokerAccount account, String lastWill) {
        this.account = account;
        this.lastWill = lastWill.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void open(Listener listener) {
        onLinkThread(() -> connect(listener));
    }

    @Override
    public void tellPresence(String message) {
        lastPresence = publish("presence", message, 1, true);
    }

    @Override
    public void tellTelemetry(String message) {
        publish("telemetry", message, 0, false);
    }

    @Override
    public CompletionStage<Void> tellEvent(String message) {
        return publish("events", message, 1, false);
    }

    private CompletionStage<Void> publish(String topic, String message, int quality, boolean retained) {
        Connection connection = current;
        if (connection == null) {
            return CompletableFuture.failedFuture(new NotConnected(account.toString()));
        }
        return connection.publish(account.topic(topic), message.getBytes(StandardCharsets.UTF_8), quality, retained);
    }

    private void connect(Listener listener) {
        if (closed) {
            return;
        }
        try {
            Connection connection = new Connection(account, lastWill, new Connection.Owner() {
                @Override
                public void ready(Connection ready) {
                    onLinkThread(() -> use(ready, listener));
                }

                @Override
                public void lost(Connection lost, String why) {
                    onLinkThread(() -> replace(lost, why, listener));
                }

                @Override
                public void received(byte[] message) {
                    listener.received(message);
                }
            });
            begun = connection;
            connection.begin();
        } catch (MqttException e) {
            LOG.log(Level.WARNING, "no connection of {0}: {1}", account, e.toString());
            again(listener);
        }
    }

    private void use(Connection ready, Listener listener) {
        if (closed) {
            return;
        }
        current = ready;
        pause = PAUSE_MIN;
        LOG.log(Level.INFO, "connected as {0}", account);
        listener.connected();
    }

    private void replace(Connection lost, String why, Listener listener) {
        if (current == lost) {
            current = null;
        }
        lost.abandon();
        if (!closed) {
            LOG.log(Level.WARNING, "no connection of {0}: {1}; next try in {2} ms", account, why, pause.toMillis());
            again(listener);
        }
    }

    private void again(Listener listener) {
        if (!closed) {
            connecting.schedule(() -> connect(listener), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
    }

    /** On the client's threads nothing may be thrown; a link that is closed has seen to its connections. */
    private void onLinkThread(Runnable work) {
        try {
            connecting.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the link of {0} is closed", account);
        }
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<Void> ended = new CompletableFuture<>();
        onLinkThread(() -> {
            end();
            ended.complete(null);
        });
        if (!connecting.isShutdown()) {
            awaitQuietly(ended, FAREWELL.multipliedBy(3));
        }
        connecting.shutdownNow();
    }

    private void end() {
        Connection ready = current;
        current = null;
        if (ready != null) {
            awaitQuietly(lastPresence, FAREWELL);
            ready.end(FAREWELL);
        } else if (begun != null) {
            begun.abandon();
        }
    }

    private static void awaitQuietly(CompletionStage<Void> told, Duration patience) {
        try {
            told.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "the last presence did not reach the broker; its last will tells the same", e);
        }
    }
}
