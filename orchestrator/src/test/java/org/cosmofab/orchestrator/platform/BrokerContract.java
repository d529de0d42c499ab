package org.cosmofab.orchestrator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.testing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bus does over a real broker, which may be late, go away and come back. */
abstract class BrokerContract extends MessageBusContract {
    static final String USER = "$orchestrator";
    static final String SECRET = "test-secret-of-the-bus";

    private final List<PahoBus> buses = new ArrayList<>();
    private final AtomicInteger clients = new AtomicInteger();

    abstract String url();

    abstract void stopBroker() throws Exception;

    abstract void startBroker() throws Exception;

    @AfterEach
    void closeBuses() {
        buses.forEach(PahoBus::close);
    }

    PahoBus bus(String secret) {
        PahoBus bus = new PahoBus(new BusAddress(url(), "client-" + clients.incrementAndGet(), USER, secret));
        buses.add(bus);
        return bus;
    }

    @Override
    MessageBus connectedBus() {
        PahoBus bus = bus(SECRET);
        bus.start();
        Wait.until("connected to " + url(), bus::connected);
        return bus;
    }

    @Test
    void whatWasSubscribedBeforeTheBrokerCameIsHeard() throws Exception {
        stopBroker();
        PahoBus bus = bus(SECRET);
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("late", (topic, payload) -> heard.add(text(payload)));
        bus.start();
        startBroker();

        Wait.until("connected", bus::connected);
        Wait.until("heard", () -> {
            bus.publish("late", bytes("x"));
            return heard.contains("x");
        });
    }

    @Test
    void hearsAgainAfterTheBrokerWentAndCameBack() throws Exception {
        MessageBus bus = connectedBus();
        List<String> heard = new CopyOnWriteArrayList<>();
        bus.subscribe("again", (topic, payload) -> heard.add(text(payload)));
        bus.publish("again", bytes("before"));
        Wait.until("heard before", () -> heard.contains("before"));

        stopBroker();
        Wait.until("noticed", () -> !bus.connected());
        assertThatCode(() -> bus.publish("again", bytes("lost"))).doesNotThrowAnyException();
        startBroker();
        Wait.until("connected again", bus::connected);

        Wait.until("heard after", () -> {
            bus.publish("again", bytes("after"));
            return heard.contains("after");
        });
        assertThat(heard).doesNotContain("lost");
    }

    @Test
    void aWrongSecretIsNotLetIn() {
        PahoBus right = bus(SECRET);
        PahoBus wrong = bus("wrong");
        wrong.start();
        right.start();
        Wait.until("the right one is in", right::connected);

        assertThat(wrong.connected()).isFalse();
    }
}
