package org.cosmofab.orchestrator.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.jboss.logging.Logger;

/**
 * Hands arrived messages to their handlers, one at a time on a thread of its own, so that the network's thread never
 * waits for a handler. The queue is bounded: what finds it full is dropped, for its sender repeats what was not answered.
 */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int WAITING_MAX = 10_000;

    /** Who wants to hear what. */
    private record Handler(String topicFilter, BiConsumer<String, byte[]> consumer) {}

    private final List<Handler> handlers = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), task -> {
                Thread thread = new Thread(task, "messages");
                thread.setDaemon(true);
                return thread;
            });

    void add(String topicFilter, BiConsumer<String, byte[]> consumer) {
        handlers.add(new Handler(topicFilter, consumer));
    }

    List<String> topicFilters() {
        return handlers.stream().map(Handler::topicFilter).distinct().toList();
    }

    void arrived(String topic, byte[] payload) {
        try {
            worker.execute(() -> deliver(topic, payload));
        } catch (RejectedExecutionException e) {
            LOG.warnf(
                    "dropped a message of %s: %d are waiting",
                    topic, worker.getQueue().size());
        }
    }

    private void deliver(String topic, byte[] payload) {
        for (Handler handler : handlers) {
            if (MqttTopicValidator.isMatched(handler.topicFilter, topic)) {
                handle(handler, topic, payload);
            }
        }
    }

    private static void handle(Handler handler, String topic, byte[] payload) {
        try {
            handler.consumer.accept(topic, payload);
        } catch (RuntimeException e) {
            LOG.errorf(e, "a message of %s was not handled", topic);
        }
    }

    /** Lets the message in work end, for a moment; those waiting are dropped. */
    @Override
    public void close() {
        worker.getQueue().clear();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
