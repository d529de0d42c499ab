package org.cosmofab.orchestrator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.testing.Wait;
import org.junit.jupiter.api.Test;

/** What every message bus does, with and without a broker. */
abstract class MessageBusContract {

    /** A started bus, of which several may be asked for in one test; each with its own client id. */
    abstract MessageBus connectedBus() throws Exception;

    @Test
    void deliversToSubscribersOfTheTopicAndToNobodyElse() throws Exception {
        MessageBus bus = connectedBus();
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("a/b/presence", (topic, payload) -> heard.add(text(payload)));

        bus.publish("a/c/presence", bytes("other"));
        bus.publish("a/b/presence", bytes("mine"));

        Wait.until("the message arrived", () -> heard.contains("mine"));
        assertThat(heard).containsExactly("mine");
    }

    @Test
    void aPlusStandsForExactlyOneLevel() throws Exception {
        MessageBus bus = connectedBus();
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("agents/+/events", (topic, payload) -> heard.add(topic));

        bus.publish("agents/one/two/events", bytes("x"));
        bus.publish("agents/one/events", bytes("x"));
        bus.publish("agents/two/events", bytes("x"));

        Wait.until("both arrived", () -> heard.size() >= 2);
        assertThat(heard).containsExactly("agents/one/events", "agents/two/events");
    }

    @Test
    void deliversInOrderAndOneAtATime() throws Exception {
        MessageBus bus = connectedBus();
        List<Integer> heard = new CopyOnWriteArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger insideMax = new AtomicInteger();
        bus.subscribe("count", (topic, payload) -> {
            insideMax.accumulateAndGet(inside.incrementAndGet(), Math::max);
            heard.add(Integer.valueOf(text(payload)));
            inside.decrementAndGet();
        });

        IntStream.range(0, 200).forEach(i -> bus.publish("count", bytes(Integer.toString(i))));

        Wait.until("all arrived", () -> heard.size() >= 200);
        assertThat(heard).isEqualTo(IntStream.range(0, 200).boxed().toList());
        assertThat(insideMax).hasValue(1);
    }

    @Test
    void aHandlerThatThrowsDoesNotStopTheNextMessage() throws Exception {
        MessageBus bus = connectedBus();
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("t", (topic, payload) -> {
            if (text(payload).equals("bad")) {
                throw new IllegalArgumentException("thrown by the test");
            }
            heard.add(text(payload));
        });

        bus.publish("t", bytes("bad"));
        bus.publish("t", bytes("good"));

        Wait.until("the second arrived", () -> heard.contains("good"));
    }

    @Test
    void aHandlerMayPublish() throws Exception {
        MessageBus bus = connectedBus();
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("answers", (topic, payload) -> heard.add(text(payload)));
        bus.subscribe("questions", (topic, payload) -> bus.publish("answers", payload));

        bus.publish("questions", bytes("why"));

        Wait.until("the answer arrived", () -> heard.contains("why"));
    }

    @Test
    void allHandlersOfOneFilterHear() throws Exception {
        MessageBus bus = connectedBus();
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("shared", (topic, payload) -> heard.add("first"));
        bus.subscribe("shared", (topic, payload) -> heard.add("second"));

        bus.publish("shared", bytes("x"));

        Wait.until("both heard", () -> heard.contains("first") && heard.contains("second"));
    }

    @Test
    void carriesBytesAsTheyAre() throws Exception {
        MessageBus bus = connectedBus();
        List<byte[]> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("raw", (topic, payload) -> heard.add(payload));
        byte[] large = new byte[200_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) i;
        }

        bus.publish("raw", new byte[0]);
        bus.publish("raw", large);

        Wait.until("both arrived", () -> heard.size() >= 2);
        assertThat(heard.get(0)).isEmpty();
        assertThat(heard.get(1)).isEqualTo(large);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
