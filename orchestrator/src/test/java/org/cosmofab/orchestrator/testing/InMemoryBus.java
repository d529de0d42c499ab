package org.cosmofab.orchestrator.testing;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;

/** A message bus without a broker: what is published is remembered, and handed over on the bus's own thread. */
@Alternative
@Priority(1)
@ApplicationScoped
@IfBuildProperty(name = "cosmofab.test.bus", stringValue = "memory", enableIfMissing = true)
public class InMemoryBus implements MessageBus {

    /** One message. */
    public record Message(String topic, byte[] payload) {}

    private record Handler(String topicFilter, BiConsumer<String, byte[]> consumer) {}

    private final List<Message> published = new CopyOnWriteArrayList<>();
    private final List<Handler> handlers = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private volatile boolean connected = true;

    @Override
    public void publish(String topic, byte[] payload) {
        if (!connected) {
            return;
        }
        published.add(new Message(topic, payload));
        handlers.stream()
                .filter(handler -> MqttTopicValidator.isMatched(handler.topicFilter, topic))
                .forEach(handler -> worker.submit(() -> handler.consumer.accept(topic, payload)));
    }

    @Override
    public void subscribe(String topicFilter, BiConsumer<String, byte[]> handler) {
        handlers.add(new Handler(topicFilter, handler));
    }

    @Override
    public boolean connected() {
        return connected;
    }

    /** While false, what is published is dropped, as over a lost connection. */
    public void connected(boolean connected) {
        this.connected = connected;
    }

    /** Published so far to topics that match, oldest first. */
    public List<Message> published(String topicFilter) {
        return published.stream()
                .filter(message -> MqttTopicValidator.isMatched(topicFilter, message.topic))
                .toList();
    }

    /** Forgets what was published; handlers stay. */
    public void forget() {
        published.clear();
    }

    /** Waits until every message published so far was handled. */
    public void settle() {
        try {
            worker.submit(() -> {}).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("handlers did not end", e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
