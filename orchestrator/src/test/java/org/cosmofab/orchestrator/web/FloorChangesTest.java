package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.testing.Wait;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Stage.class)
class FloorChangesTest {
    @Inject
    StagedWorkshop workshop;

    @Inject
    FloorChanges changes;

    @TestHTTPResource("floor/changes")
    URI stream;

    @BeforeEach
    void set() {
        workshop.set();
    }

    @Test
    void listenersHearOfAChangeAndAreForgottenWhenTheyGo() throws IOException, InterruptedException {
        Wait.until("nobody listens any more", () -> changes.listeners() == 0);
        try (InputStream first = listen();
                InputStream second = listen()) {
            Wait.until("two listen", () -> changes.listeners() == 2);
            BufferedReader one = reader(first);
            BufferedReader other = reader(second);
            assertThat(word(one)).isEqualTo("changed");
            assertThat(word(other)).isEqualTo("changed");

            workshop.heard(StagedShop.LASER_2, LiveState.State.ALARM, false, Optional.empty(), 0);

            assertThat(word(one)).isEqualTo("changed");
            assertThat(word(other)).isEqualTo("changed");
        } finally {
            workshop.heard(StagedShop.LASER_2, LiveState.State.UNKNOWN, false, Optional.empty(), 0);
        }
        Wait.until("both are forgotten", () -> changes.listeners() == 0);
    }

    private InputStream listen() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(stream)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        return answer.body();
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The name of the next event, silence aside. */
    private static String word(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && (!line.startsWith("event:") || line.endsWith("still"))) {
            line = reader.readLine();
        }
        return line == null ? "" : line.substring("event:".length()).strip();
    }
}
