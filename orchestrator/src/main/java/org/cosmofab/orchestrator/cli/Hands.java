package org.cosmofab.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The simulated person: sees that a machine is idle and not cleared, and clears it a few workshop minutes later. */
final class Hands implements Runnable {
    private static final Duration WALK_AND_CLEAR = Duration.ofMinutes(2);

    private final Api api;
    private final WorkshopTime time;
    private final Clock wall;
    private final Map<String, Instant> seenAt = new HashMap<>();

    Hands(Api api, WorkshopTime time, Clock wall) {
        this.api = api;
        this.time = time;
        this.wall = wall;
    }

    @Override
    public void run() {
        try {
            for (JsonNode machine : api.get("/machines")) {
                look(machine.path("id").asText(), machine.path("live"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Api.Problem | java.io.UncheckedIOException e) {
            // The workshop is starting or ending; the next look is in a moment.
            seenAt.clear();
        }
    }

    private void look(String machine, JsonNode live) throws InterruptedException {
        boolean waits = live.path("state").asText().equals("IDLE")
                && !live.path("cleared").asBoolean();
        if (!waits) {
            seenAt.remove(machine);
            return;
        }
        Instant since = seenAt.computeIfAbsent(machine, m -> wall.instant());
        if (Duration.between(since, wall.instant()).compareTo(time.inRealTime(WALK_AND_CLEAR)) >= 0) {
            api.post("/machines/" + machine + "/clear", Map.of());
            seenAt.remove(machine);
        }
    }
}
