package org.cosmofab.orchestrator.fabrication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.testing.InMemoryBus;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Wait;
import org.junit.jupiter.api.Test;

/** With all threads running: an order that is placed gets made, with nobody asking for each step. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingByItselfTest.Alive.class)
class MakingByItselfTest {
    private static final String COMMANDS = "cosmofab/v1/agents/bench-1/commands";
    private static final String EVENTS = "cosmofab/v1/agents/bench-1/events";

    @Inject
    InMemoryBus bus;

    @Inject
    ObjectMapper json;

    private final AtomicLong sequence = new AtomicLong();

    /** Planning, dispatch and reconciliation run by themselves. */
    public static class Alive extends MakingProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("cosmofab.background", "true");
            return config;
        }
    }

    @Test
    void aPlacedOrderIsMade() {
        Bench.reset();
        bus.subscribe(COMMANDS, (topic, payload) -> obey(payload));

        Order order = Bench.order(1);

        Wait.until("the order is made", () -> Bench.order(order).stage() == Order.Stage.MADE);
        assertThat(bus.published(COMMANDS)).isNotEmpty();
    }

    /** Completes what it is assigned, and clears itself. */
    private void obey(byte[] payload) {
        JsonNode command = read(payload);
        if (command.path("type").asText().equals("attempt.assign")) {
            String attempt = command.path("attempt").asText();
            String machine = command.path("machine").asText();
            tell(
                    "attempt.accepted",
                    "\"attempt\":\"" + attempt + "\",\"fence\":1,\"machine\":\"" + machine + "\",\"programHash\":\""
                            + command.path("program").path("hash").asText() + "\"");
            tell(
                    "attempt.ended",
                    "\"attempt\":\"" + attempt + "\",\"machine\":\"" + machine
                            + "\",\"outcome\":\"completed\",\"line\":9,"
                            + "\"lines\":9,\"reason\":\"\",\"facts\":{\"startedAt\":\"2026-03-02T12:00:00Z\","
                            + "\"endedAt\":\"2026-03-02T12:01:00Z\",\"machineSeconds\":60,\"linesAcknowledged\":9,"
                            + "\"extrudedMm\":1,\"beamOnMm\":1,\"wattHours\":1,\"energySource\":\"meter\"}");
            tell(
                    "machine.changed",
                    "\"machine\":\"" + machine + "\",\"state\":\"idle\",\"detail\":\"cleared\",\"cleared\":true");
        }
    }

    private void tell(String type, String fields) {
        long number = sequence.incrementAndGet();
        String message = "{\"wire\":1,\"agent\":\"bench-1\",\"sequence\":" + number + ",\"id\":\"e-" + number
                + "\",\"occurredAt\":\"2026-03-02T12:00:00Z\",\"type\":\"" + type + "\"," + fields + "}";
        bus.publish(EVENTS, message.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode read(byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
