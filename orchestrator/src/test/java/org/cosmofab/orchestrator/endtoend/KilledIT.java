package org.cosmofab.orchestrator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed in the middle of an order lose nothing and start nothing twice. */
class KilledIT {
    private static final String SPEED = "200";

    @TempDir
    Path data;

    @Test
    void anOrderSurvivesTheDeathOfTheOrchestrator() throws Exception {
        try (StartedWorkshop demo = StartedWorkshop.start(data, "demo", "--speed", SPEED)) {
            demo.awaitOutput("Order ");
            demo.awaitOrder(order -> isAt(order, "RUNNING"));
            demo.kill();
        }
        try (StartedWorkshop again = StartedWorkshop.start(data, "serve", "--speed", SPEED)) {
            JsonNode order = again.awaitOrder(o -> o.path("stage").asText().equals("SETTLED"));
            assertThat(attempts(again, order))
                    .extracting(a -> a.path("stage").asText())
                    .containsOnly("DONE");
            assertThat(attempts(again, order)).hasSize(order.path("operations").size());
            assertThat(again.get("/books/verify").path("intact").asBoolean()).isTrue();
        }
    }

    @Test
    void anAttemptIsToldAsInterruptedWhenItsAgentDiesAndIsNotStartedAgainByItself() throws Exception {
        try (StartedWorkshop demo = StartedWorkshop.start(data, "demo", "--speed", SPEED)) {
            demo.awaitOutput("Order ");
            demo.awaitOrder(order -> isAt(order, "RUNNING"));
            demo.killAgent();
            demo.awaitOrder(o -> isAt(o, "NEEDS_PERSON"));
            // Both machines may have been at work: every attempt has its answer before anything is tried again.
            JsonNode order =
                    demo.awaitOrder(o -> attempts(demo, o).stream().noneMatch(KilledIT::isOpen) && !isAt(o, "WAITING"));
            List<JsonNode> interrupted = attempts(demo, order).stream()
                    .filter(a -> a.path("stage").asText().equals("FAILED"))
                    .toList();
            assertThat(interrupted)
                    .isNotEmpty()
                    .allSatisfy(a -> assertThat(a.path("reason").asText()).contains("interrupted"));

            interrupted.forEach(a -> demo.post("/attempts/" + a.path("id").asText() + "/retry", "{}"));

            JsonNode settled = demo.awaitOrder(o -> o.path("stage").asText().equals("SETTLED"));
            assertThat(attempts(demo, settled).stream()
                            .filter(a -> a.path("stage").asText().equals("DONE"))
                            .count())
                    .isEqualTo(settled.path("operations").size());
        }
    }

    private static boolean isOpen(JsonNode attempt) {
        return !Set.of("DONE", "FAILED").contains(attempt.path("stage").asText());
    }

    private static List<JsonNode> attempts(StartedWorkshop workshop, JsonNode order) {
        List<JsonNode> attempts = new ArrayList<>();
        workshop.get("/orders/" + order.path("id").asText() + "/attempts").forEach(attempts::add);
        return attempts;
    }

    private static boolean isAt(JsonNode order, String stage) {
        for (JsonNode operation : order.path("operations")) {
            if (operation.path("stage").asText().equals(stage)) {
                return true;
            }
        }
        return false;
    }
}
