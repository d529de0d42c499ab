package org.cosmofab.orchestrator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs as somebody types them, at the wrong moment and in the wrong place. */
class CommandLineIT {
    @TempDir
    Path data;

    @Test
    void ctrlCEndsEverythingThatWasStarted() throws Exception {
        try (StartedWorkshop demo = StartedWorkshop.start(data, "demo", "--speed", "60")) {
            demo.awaitOrder(order -> isRunning(order));
            ProcessHandle agent = demo.child("agent");
            ProcessHandle machines = demo.child("machines");

            demo.interrupt();

            assertThat(demo.waitForEnd()).isEqualTo(130);
            assertThat(demo.output()).doesNotContain("not done", "Ctrl-C ends everything");
            assertThat(agent.isAlive()).isFalse();
            assertThat(machines.isAlive()).isFalse();
        }
    }

    @Test
    void aSecondWorkshopOnTheSameFolderLeavesTheFirstAlone() throws Exception {
        try (StartedWorkshop first = StartedWorkshop.start(data, "serve", "--speed", "60")) {
            first.awaitOutput("Ctrl-C");
            ProcessHandle agent = first.child("agent");

            try (StartedWorkshop second = StartedWorkshop.start(data, "demo", "--speed", "600")) {
                assertThat(second.waitForEnd()).isEqualTo(1);
                assertThat(second.output())
                        .contains("another orchestrator works on", "--data")
                        .doesNotContain("\tat ");
            }

            assertThat(agent.isAlive()).isTrue();
            assertThat(first.child("agent")).isEqualTo(agent);
            assertThat(first.get("/machines").size()).isEqualTo(2);
        }
    }

    @Test
    void aLostPasswordIsReplaced() throws Exception {
        try (StartedWorkshop verb = StartedWorkshop.start(data, "password", "admin")) {
            assertThat(verb.waitForEnd()).as(verb.output()).isZero();
            assertThat(verb.output()).containsPattern("Log in: admin +\\S{20,}");
        }
        try (StartedWorkshop verb = StartedWorkshop.start(data, "password", "nobody")) {
            assertThat(verb.waitForEnd()).isEqualTo(1);
            assertThat(verb.output()).contains("there is no login nobody").doesNotContain("\tat ");
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        try (StartedWorkshop serve = StartedWorkshop.startOn(file, data, "serve")) {
            assertThat(serve.waitForEnd()).isEqualTo(1);
            assertThat(serve.output()).contains(file.toString(), "--data DIR").doesNotContain("\tat ");
        }
    }

    private static boolean isRunning(JsonNode order) {
        return order.path("operations").findValuesAsText("stage").contains("RUNNING");
    }
}
