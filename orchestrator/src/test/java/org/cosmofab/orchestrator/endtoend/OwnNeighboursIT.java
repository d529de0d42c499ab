package org.cosmofab.orchestrator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cosmofab.orchestrator.testing.Mosquitto;
import org.cosmofab.orchestrator.testing.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's order with a workshop's own PostgreSQL and Mosquitto instead of what is embedded. */
class OwnNeighboursIT {
    /** The folder served another database before, whose secrets are worth nothing here. */
    private static final String FOREIGN = "of-another-database";

    @TempDir
    Path data;

    @TempDir
    Path brokers;

    @Test
    void takesTheOrderAllTheWay() throws Exception {
        Postgres.require();
        Mosquitto broker = Mosquitto.withTheWiresRights(brokers, "ours");
        Path secret = data.resolve("agent.secret");
        Files.writeString(secret, FOREIGN);
        Files.writeString(data.resolve("logins"), StartedWorkshop.OPERATOR + "=" + FOREIGN);
        try (Postgres database = Postgres.start();
                StartedWorkshop demo =
                        StartedWorkshop.start(data, around(database, broker), "demo", "--speed", "600")) {
            demo.await(
                    "the agent has a secret of this database",
                    () -> Files.size(secret) > 0 && !Files.readString(secret).equals(FOREIGN));
            broker.admit("agent-1", Files.readString(secret).strip());

            JsonNode order = demo.awaitOrder(o -> o.path("stage").asText().equals("SETTLED"));

            assertThat(order.path("number").asLong()).isEqualTo(1001);
            demo.awaitOutput("distribution of the commons fee");
            assertThat(demo.get("/books/verify").path("intact").asBoolean()).isTrue();
            assertThat(data.resolve("db")).doesNotExist();
            assertThat(broker.log()).contains("as agent-1");
        } finally {
            broker.stop();
        }
    }

    private static Map<String, String> around(Postgres database, Mosquitto broker) {
        return Map.of(
                "COSMOFAB_DB_URL",
                database.url() + "postgres",
                "COSMOFAB_DB_USER",
                Postgres.USER,
                "COSMOFAB_BROKER_URL",
                broker.url(),
                "COSMOFAB_BROKER_USER",
                "cosmofab",
                "COSMOFAB_BROKER_PASSWORD",
                "ours");
    }
}
